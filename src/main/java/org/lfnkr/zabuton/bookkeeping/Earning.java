package org.lfnkr.zabuton.bookkeeping;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Gift;
import org.lfnkr.zabuton.impact.AllocationPolicy;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.orders.Sale;
import org.lfnkr.zabuton.payments.PaymentId;

import java.util.UUID;

/**
 * What a payment was for, as it was fixed before it was made.
 *
 * @param subject about which impact is stated
 * @param givenTo the fund that the payer named; null where the allocation policy decides
 */
record Earning(UUID subject, Takings takings, @Nullable Fund givenTo) {

    static Earning of(Sale sale) {
        return new Earning(sale.orderId(), sale.takings(), null);
    }

    /**
     * Each payment under a pledge is a subject of its own. What is given on top for the fee goes
     * with the gift: it pays the fee, and the little that a cheaper payment leaves of it is the
     * fund's.
     */
    static Earning of(Gift gift, PaymentId payment) {
        return new Earning(
                payment.value(), Takings.ofGift(gift.gift().plus(gift.cover())), gift.fund());
    }

    Money total() {
        return takings.total();
    }

    AllocationPolicy under(AllocationPolicy policy) {
        return givenTo == null ? policy : policy.withGiftsTo(givenTo);
    }
}
