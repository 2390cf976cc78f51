package org.lfnkr.zabuton.giving;

import reactor.core.publisher.Mono;

/** Tells the books what a payment was given for. */
public interface Gifts {

    /** The pledge that a payment's purpose names; empty when the payment is for something else. */
    Mono<Gift> gift(String purpose);
}
