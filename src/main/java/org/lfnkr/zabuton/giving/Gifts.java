package org.lfnkr.zabuton.giving;

import org.lfnkr.zabuton.payments.PaymentId;

import reactor.core.publisher.Mono;

/** Tells the books what a payment was given for. */
public interface Gifts {

    /** The pledge that a payment's purpose names; empty when the payment is for something else. */
    Mono<Gift> gift(String purpose);

    /**
     * The same with the fund that this payment under it goes to: another than the giver named once
     * that one is full or closed, where they were told so before they gave. Decided when it is
     * asked for first, in the caller's transaction, and never otherwise again.
     */
    default Mono<Gift> gift(String purpose, PaymentId payment) {
        return gift(purpose);
    }
}
