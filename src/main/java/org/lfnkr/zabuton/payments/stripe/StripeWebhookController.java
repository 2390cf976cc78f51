package org.lfnkr.zabuton.payments.stripe;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

/** Where Stripe calls. The bytes are taken as they come, because the signature is over them. */
@RestController
class StripeWebhookController {

    static final String PATH = "/webhooks/stripe";
    private static final String SIGNATURE = "Stripe-Signature";
    private static final int LIMIT = 256 * 1024;

    private final WebhookInbox inbox;

    StripeWebhookController(WebhookInbox inbox) {
        this.inbox = inbox;
    }

    @PostMapping(PATH)
    Mono<ResponseEntity<Void>> receive(ServerHttpRequest request) {
        String header = request.getHeaders().getFirst(SIGNATURE);
        String signature = header == null ? "" : header;
        return body(request)
                .flatMap(body -> inbox.receive(body, signature))
                .map(genuine -> genuine ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
                .onErrorReturn(DataBufferLimitException.class, HttpStatus.CONTENT_TOO_LARGE)
                .map(status -> ResponseEntity.status(status).build());
    }

    private static Mono<byte[]> body(ServerHttpRequest request) {
        return request.getHeaders().getContentLength() > LIMIT
                ? Mono.error(new DataBufferLimitException("Announced as too long"))
                : DataBufferUtils.join(request.getBody(), LIMIT)
                        .map(StripeWebhookController::bytes)
                        .defaultIfEmpty(new byte[0]);
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
