package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.lfnkr.zabuton.orders.ReturnState;
import org.lfnkr.zabuton.orders.ReturnView;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.orders.Timing;
import org.lfnkr.zabuton.orders.cart.SaleTerms;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What of an order may be given back, as the shop's own disclosure promises it (特定商取引法 11条, 15条の3):
 * so many days after its arrival. Nobody tells us when a parcel arrives, so the days begin with the
 * last on which it should have.
 */
final class ReturnTerms {

    /** Of one order, so that nobody fills the desk and a mailbox with them. */
    static final int MOST_REQUESTS = 10;

    private ReturnTerms() {}

    /**
     * @param timing when it was to arrive
     * @param left of how many pieces of each line the money is still here
     */
    static ReturnOffer of(
            OrderStory story, Timing timing, Map<VariantId, Integer> left, LocalDate today) {
        return story.standing().mayReturn()
                ? new ReturnOffer(
                        story.lines().stream()
                                .map(it -> line(story, it, timing, left, today))
                                .toList(),
                        story.returns().stream().anyMatch(it -> it.state() == ReturnState.ASKED),
                        story.returns().size() >= MOST_REQUESTS)
                : ReturnOffer.NOTHING;
    }

    private static ReturnOffer.Line line(
            OrderStory story,
            SoldLine line,
            Timing timing,
            Map<VariantId, Integer> left,
            LocalDate today) {
        VariantId variant = line.variant();
        LocalDate last =
                story.parcels()
                        .lastSent(variant)
                        .map(sent -> timing.arrival(sent, story.order().maxDays()))
                        .map(there -> there.plusDays(SaleTerms.RETURN_DAYS))
                        .orElse(LocalDate.MIN);
        int out = story.parcels().sent(variant) - claimed(story, variant, ReturnState::claims);
        int paid = left.getOrDefault(variant, 0) - claimed(story, variant, ReturnState::isOpen);
        return new ReturnOffer.Line(
                line, today.isAfter(last) ? 0 : Math.max(0, Math.min(out, paid)), last);
    }

    /** Pieces of other returns. */
    private static int claimed(OrderStory story, VariantId variant, Predicate<ReturnState> claims) {
        return story.returns().stream()
                .filter(it -> claims.test(it.state()))
                .map(ReturnView::pieces)
                .flatMap(List::stream)
                .filter(it -> it.variant().equals(variant))
                .mapToInt(ParcelLine::quantity)
                .sum();
    }
}
