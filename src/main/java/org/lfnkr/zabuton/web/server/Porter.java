package org.lfnkr.zabuton.web.server;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Stands at a connection, next to the bytes: puts our headers on every answer, also on those that
 * the server gives before the application hears of a request, and closes the connection of who
 * doesn't end what they have begun. Drops that come one after the other earn no more time.
 */
final class Porter extends ChannelDuplexHandler {

    private final SecurityHeaders headers;
    private final RequestPatience patience;
    private @Nullable Future<?> closing;
    private boolean readsBody;
    private int unanswered;

    Porter(SecurityHeaders headers, RequestPatience patience) {
        this.headers = headers;
        this.patience = patience;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        awaitNext(context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            unanswered++;
            readsBody = true;
            await(context, patience.body());
        }
        if (message instanceof LastHttpContent) {
            readsBody = false;
            stopWaiting();
            awaitNext(context);
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse answer && !isInterim(answer)) {
            headers.putOn(answer.headers());
        }
        if (message instanceof LastHttpContent) {
            unanswered--;
            awaitNext(context);
        }
        context.write(message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stopWaiting();
        context.fireChannelInactive();
    }

    private static boolean isInterim(HttpResponse answer) {
        return answer.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private void awaitNext(ChannelHandlerContext context) {
        if (unanswered <= 0 && !readsBody) {
            await(context, patience.head());
        }
    }

    private void await(ChannelHandlerContext context, Duration longest) {
        stopWaiting();
        closing =
                context.executor()
                        .schedule(() -> context.close(), longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void stopWaiting() {
        if (closing != null) {
            closing.cancel(false);
        }
    }
}
