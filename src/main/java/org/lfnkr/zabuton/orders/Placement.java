package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.payments.PaymentId;

/** What came of the wish to order. In every refusal nothing is stored and nothing is charged. */
public sealed interface Placement {

    /** The order stands, from this call or from an earlier one; it waits for its payment. */
    record Placed(OrderLink link, PaymentId payment) implements Placement {}

    /** The same order was placed before, and no longer waits. */
    record Done(OrderLink link) implements Placement {}

    /** Fewer pieces are left than the cart wants. */
    record SoldOut() implements Placement {}

    /** The sum is no longer the one that the buyer saw. */
    record PriceChanged() implements Placement {}

    /** The wished day is none of those that can be kept today. */
    record DayGone() implements Placement {}

    record NotDeliverable(Bilingual reason) implements Placement {}

    /** There is nothing in the cart that is still on sale. */
    record NothingToBuy() implements Placement {}

    /** A gift is in the cart and its purpose has not been agreed to. */
    record GiftNotAgreed() implements Placement {}
}
