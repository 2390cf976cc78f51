package org.lfnkr.zabuton.bookkeeping;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Gift;
import org.lfnkr.zabuton.impact.AllocationPolicy;
import org.lfnkr.zabuton.impact.FeeEstimate;
import org.lfnkr.zabuton.impact.Proceeds;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.orders.Sale;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.payments.PaymentId;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What a payment was for, as it was fixed before it was made.
 *
 * @param subject about which impact is stated
 * @param lines the goods among the takings
 * @param assumedFee the fee that was reckoned with when the figure was told
 * @param billing what Billing will take of it in a line of its own; zero for what is paid once
 * @param givenTo the fund that the payer named; null where the allocation policy decides
 */
record Earning(
        UUID subject,
        Takings takings,
        List<SoldLine> lines,
        Money assumedFee,
        Money billing,
        @Nullable Fund givenTo) {

    Earning {
        lines = List.copyOf(lines);
    }

    static Earning of(Sale sale, FeeEstimate fees) {
        Takings takings = sale.takings();
        Money assumed =
                Objects.requireNonNullElseGet(sale.assumedFee(), () -> fees.of(takings.total()));
        return new Earning(sale.orderId(), takings, sale.lines(), assumed, Money.ZERO, null);
    }

    /**
     * Each payment under a pledge is a subject of its own. What is given on top for the fee goes
     * with the gift, as in a sale: it pays the fee, and the little that a cheaper payment leaves of
     * it is the fund's.
     */
    static Earning of(Gift gift, PaymentId payment, FeeEstimate fees) {
        Takings takings = Takings.ofGift(gift.gift(), gift.cover());
        Money total = takings.total();
        return new Earning(
                payment.value(),
                takings,
                List.of(),
                gift.regular() ? fees.ofRegular(total) : fees.of(total),
                gift.regular() ? fees.ofBilling(total) : Money.ZERO,
                gift.fund());
    }

    Money total() {
        return takings.total();
    }

    /** What the payment bears of the real fee: no more than was reckoned with. */
    Money bears(Money fee) {
        return fee.plus(billing).min(assumedFee);
    }

    /** What is left of the real fee for the organisation to bear. */
    Money leaves(Money fee) {
        return fee.plus(billing).minus(bears(fee));
    }

    /** Where the payment went. */
    Lots lots(Proceeds proceeds, AllocationPolicy policy) {
        return Split.lots(takings, lines, proceeds, under(policy));
    }

    private AllocationPolicy under(AllocationPolicy policy) {
        return givenTo == null ? policy : policy.withGiftsTo(givenTo);
    }
}
