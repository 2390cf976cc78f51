package org.lfnkr.zabuton.orders.placing;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.orders.Timing;
import org.lfnkr.zabuton.orders.cart.CheckoutQuote;
import org.lfnkr.zabuton.shipping.DeliveryDays;
import org.lfnkr.zabuton.shipping.DeliveryWish;
import org.lfnkr.zabuton.shipping.Destination;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What a buyer may wish of the arrival of a cart that is sent somewhere today. */
@Component
public class DeliveryOffers {

    private final DeliveryDays days;
    private final Clock clock;

    DeliveryOffers(DeliveryDays days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    /** The days to choose from; none where the carrier takes no wish, nor for hours. */
    public List<LocalDate> days(CheckoutQuote quote, Destination to) {
        return quote instanceof CheckoutQuote.Ready ready && takesWishes(ready, to)
                ? days.offered(today(), ready.cart().leadDays(), to)
                : List.of();
    }

    private static boolean takesWishes(CheckoutQuote.Ready quote, Destination to) {
        return quote.shipping().timed() && to.country().equals(Destination.JAPAN);
    }

    /** Whether the wish can be kept, or counts for nothing since the carrier takes none. */
    public boolean canKeep(DeliveryWish wish, CheckoutQuote quote, Destination to) {
        List<LocalDate> offered = days(quote, to);
        return wish.day() == null || offered.isEmpty() || offered.contains(wish.day());
    }

    /** The wish as far as the carrier takes one. */
    public DeliveryWish taken(DeliveryWish wish, CheckoutQuote quote, Destination to) {
        return days(quote, to).isEmpty() ? DeliveryWish.NONE : wish;
    }

    Timing timing(OrderDraft draft) {
        Destination to = draft.wish().delivery().destination();
        CheckoutQuote quote = new CheckoutQuote.Ready(draft.cart(), draft.shipping());
        DeliveryWish taken = taken(draft.wish().arrival(), quote, to);
        return new Timing(taken, draft.cart().leadDays(), days.onTheWay(to), false);
    }

    private LocalDate today() {
        return BusinessDate.of(clock.instant());
    }
}
