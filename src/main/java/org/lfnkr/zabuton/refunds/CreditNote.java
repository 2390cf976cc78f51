package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.orders.cart.ConsumptionTax;
import org.lfnkr.zabuton.orders.papers.RateTotal;
import org.lfnkr.zabuton.payments.RefundId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What went back of an order by one refund: what its buyer reads, and what stands on the paper that
 * corrects the invoice (適格返還請求書, 消費税法57条の4第3項): day and number of the sale, what came back, and
 * each rate with its tax.
 *
 * @param reference of the order
 * @param soldOn the day the money had arrived, in Tokyo
 * @param returnedOn the day it went back
 * @param rates highest first; their tax adds up over all notes to that of the invoice, since each
 *     takes what the rounded tax of what remains has lost
 */
public record CreditNote(
        RefundId id,
        String reference,
        LocalDate soldOn,
        LocalDate returnedOn,
        List<ReturnedPart> parts,
        List<RateTotal> rates) {

    public static final String TEMPLATE = "refunds/papers/credit-note";

    public CreditNote {
        parts = List.copyOf(parts);
        rates = List.copyOf(rates);
    }

    /**
     * A refund and its parts.
     *
     * @param at when its money left us
     */
    record Returned(RefundId id, Instant at, List<ReturnedPart> parts) {}

    /** One for each refund that brought something back, the oldest first. */
    static List<CreditNote> all(OrderStory story, List<Returned> refunds) {
        LocalDate soldOn = BusinessDate.of(Objects.requireNonNull(story.order().paidAt()));
        return all(story.order().reference(), soldOn, sold(story), refunds);
    }

    /**
     * @param sold what was sold at each rate, in yen, tax included
     */
    static List<CreditNote> all(
            String reference, LocalDate soldOn, Map<Integer, Money> sold, List<Returned> refunds) {
        Map<Integer, Money> left = new HashMap<>(sold);
        List<CreditNote> notes = new ArrayList<>();
        refunds.stream()
                .sorted(Comparator.comparing(Returned::at).thenComparing(it -> it.id().value()))
                .filter(refund -> !refund.parts().isEmpty())
                .forEach(refund -> notes.add(of(reference, soldOn, refund, left)));
        return notes;
    }

    private static CreditNote of(
            String reference, LocalDate soldOn, Returned refund, Map<Integer, Money> left) {
        List<RateTotal> rates =
                byRate(refund).entrySet().stream()
                        .map(it -> rate(it.getKey(), it.getValue(), left))
                        .toList();
        LocalDate day = BusinessDate.of(refund.at());
        return new CreditNote(refund.id(), reference, soldOn, day, refund.parts(), rates);
    }

    private static Map<Integer, Money> byRate(Returned refund) {
        Map<Integer, Money> back = new TreeMap<>(Comparator.reverseOrder());
        refund.parts().stream()
                .filter(part -> part.percent() > 0)
                .forEach(part -> back.merge(part.percent(), part.total(), Money::plus));
        return back;
    }

    /** Takes it off what is left, too. */
    private static RateTotal rate(int percent, Money yen, Map<Integer, Money> left) {
        Money before = new ConsumptionTax(left).at(percent);
        left.merge(percent, Money.ZERO.minus(yen), Money::plus);
        return new RateTotal(percent, yen, before.minus(new ConsumptionTax(left).at(percent)));
    }

    private static Map<Integer, Money> sold(OrderStory story) {
        Map<Integer, Money> sold = new HashMap<>();
        for (SoldLine line : story.lines()) {
            sold.merge(line.taxPercent(), line.total(), Money::plus);
        }
        Money shipping = story.order().takings().shippingCharged();
        sold.merge(ConsumptionTax.SHIPPING_PERCENT, shipping, Money::plus);
        return sold;
    }

    /** All of it, in yen. */
    public Money amount() {
        return parts.stream().map(ReturnedPart::total).reduce(Money.ZERO, Money::plus);
    }

    /** Whether it corrects an invoice: goodwill and gifts were on none. */
    public boolean corrects() {
        return !rates.isEmpty();
    }

    /** Some part is taxed at the reduced rate, and carries its mark. */
    public boolean marksReduced() {
        return parts.stream().anyMatch(ReturnedPart::isReduced);
    }
}
