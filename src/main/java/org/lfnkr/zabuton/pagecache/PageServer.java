package org.lfnkr.zabuton.pagecache;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

import org.lfnkr.zabuton.pagecache.PageMeters.How;
import org.lfnkr.zabuton.web.server.Crowd;

/**
 * Stands at a connection, behind the porter: answers what memory can answer, and lets everything
 * else pass. While an answer of the application is due on the connection, all pass, since answers
 * leave in the order of their requests.
 */
final class PageServer extends ChannelDuplexHandler {

    private final PageKeys keys;
    private final KeptPages pages;
    private final PageMeters meters;
    private final BusyPage busy;
    private int due;
    private boolean answered;
    private boolean readsOn;

    PageServer(PageKeys keys, KeptPages pages, PageMeters meters, BusyPage busy) {
        this.busy = busy;
        this.keys = keys;
        this.pages = pages;
        this.meters = meters;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            answered = isMyTurn(context) && isAnswered(context, request);
            if (!answered) {
                due++;
            }
        }
        if (answered && message instanceof HttpObject) {
            ReferenceCountUtil.release(message);
            readsOn = true;
        } else {
            context.fireChannelRead(message);
        }
    }

    /** Who asks for much and reads none of it has the rest from the application, one by one. */
    private boolean isMyTurn(ChannelHandlerContext context) {
        return due == 0 && context.channel().isWritable();
    }

    /** The server reads on when its application asks for more, which doesn't hear of these. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (readsOn) {
            readsOn = false;
            context.flush();
            context.read();
        }
        context.fireChannelReadComplete();
    }

    /** What the application answers passes here; what is answered here doesn't. */
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isInterim(message)) {
            due = Math.max(0, due - 1);
        }
        context.write(message, promise);
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse answer
                && answer.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    /**
     * With the page that it asks for; in place of one that is somebody's own, in a crowd, with what
     * the crowd is told.
     */
    private boolean isAnswered(ChannelHandlerContext context, HttpRequest request) {
        if (!pages.keeps() || !isPlain(request)) {
            return false;
        }
        PageKey key = keys.of(request.uri(), request.headers().getAll(HttpHeaderNames.COOKIE));
        KeptPage page = key == null ? busy.inPlaceOf(request) : pages.fresh(key);
        if (page == null) {
            return false;
        }
        if (key == null) {
            turnAway(context, request, page);
        } else {
            answer(context, request, page);
        }
        return true;
    }

    /** Without a body, and by the one version of HTTP that is spoken here. */
    private static boolean isPlain(HttpRequest request) {
        HttpHeaders headers = request.headers();
        return request.decoderResult().isSuccess()
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && (request.method().equals(HttpMethod.GET)
                        || request.method().equals(HttpMethod.HEAD))
                && headers.contains(HttpHeaderNames.HOST)
                && !headers.contains(HttpHeaderNames.CONTENT_LENGTH)
                && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                && !headers.contains(HttpHeaderNames.UPGRADE)
                && !headers.contains(HttpHeaderNames.EXPECT);
    }

    private void answer(ChannelHandlerContext context, HttpRequest request, KeptPage page) {
        FullHttpResponse response = response(request, page);
        boolean isHeld = response.status().equals(HttpResponseStatus.NOT_MODIFIED);
        meters.answered(isHeld ? How.NOT_MODIFIED : How.MEMORY, response.content().readableBytes());
        write(context, request, response);
    }

    private void turnAway(ChannelHandlerContext context, HttpRequest request, KeptPage page) {
        FullHttpResponse response = whole(request, page, HttpResponseStatus.SERVICE_UNAVAILABLE);
        response.headers().remove(HttpHeaderNames.ETAG);
        response.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        response.headers().set(HttpHeaderNames.RETRY_AFTER, Crowd.RETRY_AFTER);
        meters.answered(How.TURNED_AWAY, response.content().readableBytes());
        write(context, request, response);
    }

    private static void write(
            ChannelHandlerContext context, HttpRequest request, FullHttpResponse response) {
        if (HttpUtil.isKeepAlive(request)) {
            context.write(response, context.voidPromise());
        } else {
            response.headers().set(HttpHeaderNames.CONNECTION, "close");
            context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private static FullHttpResponse response(HttpRequest request, KeptPage page) {
        HttpHeaders asked = request.headers();
        Coding coding = Coding.accepted(asked.get(HttpHeaderNames.ACCEPT_ENCODING));
        if (page.isHeld(coding, asked.get(HttpHeaderNames.IF_NONE_MATCH))) {
            return headed(HttpResponseStatus.NOT_MODIFIED, new byte[0], coding, page);
        }
        return whole(request, page, HttpResponseStatus.OK);
    }

    private static FullHttpResponse whole(
            HttpRequest request, KeptPage page, HttpResponseStatus status) {
        Coding coding = Coding.accepted(request.headers().get(HttpHeaderNames.ACCEPT_ENCODING));
        byte[] body = page.body(coding);
        boolean head = request.method().equals(HttpMethod.HEAD);
        FullHttpResponse response = headed(status, head ? new byte[0] : body, coding, page);
        response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        if (coding != Coding.IDENTITY) {
            response.headers().set(HttpHeaderNames.CONTENT_ENCODING, coding.token());
        }
        return response;
    }

    private static FullHttpResponse headed(
            HttpResponseStatus status, byte[] body, Coding coding, KeptPage page) {
        FullHttpResponse response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        status,
                        Unpooled.wrappedBuffer(body),
                        DefaultHttpHeadersFactory.headersFactory().withValidation(false),
                        DefaultHttpHeadersFactory.trailersFactory());
        page.headers().forEach(it -> response.headers().set(it.getKey(), it.getValue()));
        response.headers().set(HttpHeaderNames.ETAG, page.etag(coding));
        return response;
    }
}
