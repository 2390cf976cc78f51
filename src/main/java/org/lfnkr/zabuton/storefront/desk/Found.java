package org.lfnkr.zabuton.storefront.desk;

import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.receipts.Receipt;

import java.util.List;

/** What staff find by what they have before them. Nothing of it names anybody. */
sealed interface Found {

    record AnOrder(String reference) implements Found {}

    /**
     * A gift that is made once.
     *
     * @param payment by which its page is known
     */
    record AGift(PaymentId payment) implements Found {}

    record APlan(String reference) implements Found {}

    record AReceipt(Receipt receipt) implements Found {}

    /**
     * Somebody who has the mail address that was asked for.
     *
     * @param orders the latest
     * @param gifts their numbers, each change of a plan under the plan's
     */
    record APerson(Slice<Order> orders, List<String> gifts, List<Receipt> receipts)
            implements Found {

        public APerson {
            gifts = List.copyOf(gifts);
            receipts = List.copyOf(receipts);
        }
    }

    record Nothing() implements Found {}

    /** The reader may not ask by this. */
    record NotForYou() implements Found {}

    /** The reader has asked for so many people that it looks like browsing. */
    record TooMany() implements Found {}
}
