package org.lfnkr.zabuton.web.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes the connection of who takes nothing of an answer any more, and whose rest would stay in
 * memory for ever. However little is taken at a time, it goes on; and a page that waits for news
 * has nothing to be taken.
 */
final class StalledReaders extends IdleStateHandler {

    private static final boolean OBSERVES_PROGRESS = true;

    StalledReaders(Duration longest) {
        super(OBSERVES_PROGRESS, 0, longest.toMillis(), 0, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
        ChannelOutboundBuffer rest = context.channel().unsafe().outboundBuffer();
        if (event.state() == IdleState.WRITER_IDLE && rest != null && rest.size() > 0) {
            context.close();
        }
    }
}
