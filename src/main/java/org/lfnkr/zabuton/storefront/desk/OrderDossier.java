package org.lfnkr.zabuton.storefront.desk;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.bookkeeping.BookedEntry;
import org.lfnkr.zabuton.bookkeeping.Lot;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.payments.PaymentView;

import java.util.List;
import java.util.Map;

/**
 * All that is known of an order and names nobody.
 *
 * @param payment null where none is recorded
 * @param lots what is still there of each part of the payment
 * @param funds what funds are called, by their codes
 * @param impact null for no claim
 */
record OrderDossier(
        OrderStory story,
        @Nullable PaymentView payment,
        List<CourseStep> course,
        List<Lot> lots,
        List<BookedEntry> entries,
        Map<String, Bilingual> funds,
        @Nullable ImpactStory impact) {

    OrderDossier {
        course = List.copyOf(course);
        lots = List.copyOf(lots);
        entries = List.copyOf(entries);
        funds = Map.copyOf(funds);
    }

    public Order order() {
        return story.order();
    }

    /** Whether something of it can go back, or did and has not arrived. */
    public boolean refundable() {
        return payment != null
                && !entries.isEmpty()
                && payment.refunded().compareTo(payment.amount()) < 0;
    }

    /** What the lots hold together. */
    public Money left() {
        return Money.yen(lots.stream().mapToLong(Lot::yen).sum());
    }
}
