package org.lfnkr.zabuton.payments;

import java.net.URI;

/** What came of opening the payment page. */
public sealed interface Opening {

    /** Send the payer there. */
    record Open(URI url) implements Opening {}

    /** Stripe is busy or did not answer: the outcome is unknown, and trying again is safe. */
    record Pending() implements Opening {}

    /** There is nothing to pay any more, or not in this way. */
    record Closed(PaymentStatus status) implements Opening {}

    /**
     * Stripe refused the request for good; the payment has failed.
     *
     * @param reason Stripe's error code, for staff
     */
    record Rejected(String reason) implements Opening {}
}
