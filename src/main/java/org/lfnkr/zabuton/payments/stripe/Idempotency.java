package org.lfnkr.zabuton.payments.stripe;

import com.stripe.net.RequestOptions;

/** What makes one effect of however many equal calls. */
final class Idempotency {

    private Idempotency() {}

    static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }
}
