package org.lfnkr.zabuton.orders;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.WorkingDays;
import org.lfnkr.zabuton.shipping.DeliveryWish;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When an order is to leave us and to arrive, as wished and reckoned at the sale.
 *
 * @param wished by the buyer, whatever became of it
 * @param leadDays how long its goods take to be made
 * @param wayDays how long its parcel takes to arrive
 * @param lapsed whether it was paid too late for the day
 */
public record Timing(DeliveryWish wished, int leadDays, int wayDays, boolean lapsed) {

    public static final Timing NONE = new Timing(DeliveryWish.NONE, 0, 0, false);

    /** What is still to be kept. */
    public DeliveryWish wish() {
        return lapsed ? new DeliveryWish(null, wished.slot()) : wished;
    }

    /** The day that was wished and can't be kept; null where there is none. */
    public @Nullable LocalDate lost() {
        return lapsed ? wished.day() : null;
    }

    /**
     * The last day on which what has left us should have arrived: for a wished day a carrier keeps
     * it.
     *
     * @param mostDays that its way takes
     */
    public LocalDate arrival(Instant sent, int mostDays) {
        LocalDate day = wish().day();
        LocalDate last = BusinessDate.of(sent).plusDays(mostDays);
        return day != null && day.isAfter(last) ? day : last;
    }

    /** Whether what is paid on that day, and sent on the next working day, is too late. */
    boolean isTooLate(LocalDate paidOn) {
        LocalDate day = wished.day();
        LocalDate earliest = WorkingDays.next(paidOn.plusDays(leadDays)).plusDays(wayDays);
        return day != null && day.isBefore(earliest);
    }

    /**
     * The last day on which it should leave us; null where that is the second working day after the
     * payment, as always.
     */
    public @Nullable LocalDate dueOn(LocalDate paidOn) {
        LocalDate day = wish().day();
        if (day != null) {
            return WorkingDays.onOrBefore(day.minusDays(wayDays));
        }
        return leadDays == 0 ? null : WorkingDays.lastDay(paidOn.plusDays(leadDays));
    }
}
