package org.lfnkr.zabuton.pagecache;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.server.reactive.AbstractServerHttpResponse;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.io.ByteArrayOutputStream;

/** Takes down what the application answers. */
final class RecordedAnswer extends AbstractServerHttpResponse {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    RecordedAnswer() {
        super(DefaultDataBufferFactory.sharedInstance);
    }

    byte[] body() {
        return body.toByteArray();
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
