package org.lfnkr.zabuton.pagecache;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.AbstractServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponse;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.io.ByteArrayOutputStream;

/** Takes down what the application answers, and passes it on where it is no page to keep. */
final class RecordedAnswer extends AbstractServerHttpResponse implements Made {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    RecordedAnswer() {
        super(DefaultDataBufferFactory.sharedInstance);
    }

    byte[] body() {
        return body.toByteArray();
    }

    boolean isFailure() {
        return getStatusCode() != null && getStatusCode().is5xxServerError();
    }

    /** Of a page that can be shown to everybody; nothing else sets no cookie. */
    boolean isNobodys() {
        return getCookies().isEmpty() && !getHeaders().containsHeader(HttpHeaders.SET_COOKIE);
    }

    Mono<Void> passOn(ServerHttpResponse response) {
        response.setStatusCode(getStatusCode());
        response.getHeaders().putAll(getHeaders());
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body())));
    }

    @Override
    protected Mono<Void> writeWithInternal(Publisher<? extends DataBuffer> parts) {
        return Flux.from(parts).doOnNext(this::take).then();
    }

    @Override
    protected Mono<Void> writeAndFlushWithInternal(
            Publisher<? extends Publisher<? extends DataBuffer>> parts) {
        return Flux.from(parts).concatMap(part -> Flux.from(part).doOnNext(this::take)).then();
    }

    private void take(DataBuffer part) {
        byte[] bytes = new byte[part.readableByteCount()];
        part.read(bytes);
        DataBufferUtils.release(part);
        body.writeBytes(bytes);
    }

    @Override
    protected void applyStatusCode() {
        // It is asked for afterwards.
    }

    @Override
    protected void applyHeaders() {
        // They are asked for afterwards.
    }

    @Override
    protected void applyCookies() {
        // An answer with cookies is somebody's, and not kept.
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getNativeResponse() {
        return (T) this;
    }
}
