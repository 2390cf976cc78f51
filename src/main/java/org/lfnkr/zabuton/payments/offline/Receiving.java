package org.lfnkr.zabuton.payments.offline;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.PaymentId;

/** What came of saying that money was received. But for the first nothing was written. */
public sealed interface Receiving {

    /** The payment is settled, now or before by the same slip. */
    record Settled(PaymentId payment) implements Receiving {}

    /** Nobody was asked to pay anything for this purpose. */
    record NothingAsked() implements Receiving {}

    /** Only the whole sum settles a payment. */
    record NotTheSum(Money asked) implements Receiving {}

    /** It can still be paid at Stripe: it has to be cancelled first, so that nobody pays twice. */
    record StillOpen(PaymentId payment) implements Receiving {}

    /** It is paid already, or money for it is held. */
    record PaidAlready(PaymentId payment) implements Receiving {}

    /** Under this reference other money is in the books. */
    record ReferenceTaken() implements Receiving {}

    /** The day has not come yet. */
    record NotYet() implements Receiving {}
}
