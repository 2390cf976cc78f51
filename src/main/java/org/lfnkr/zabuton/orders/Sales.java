package org.lfnkr.zabuton.orders;

import reactor.core.publisher.Mono;

/** Tells the books what a payment was for. */
public interface Sales {

    /** The sale that a payment's purpose names; empty when the payment is for something else. */
    Mono<Sale> sale(String purpose);
}
