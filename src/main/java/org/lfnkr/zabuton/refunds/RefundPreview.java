package org.lfnkr.zabuton.refunds;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.bookkeeping.RefundForecast;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.pieces.PieceFate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What follows from a refund: for the buyer, the shelf, the funds and what was promised.
 *
 * @param pieces the lines with what stands on the shelf before and after
 * @param impact what can be said afterwards; null for no claim
 */
record RefundPreview(
        RefundCase known,
        RefundWish wish,
        RefundForecast forecast,
        List<Shelf> pieces,
        @Nullable ImpactStory impact) {

    /**
     * A line and its shelf.
     *
     * @param before pieces that can be sold now
     */
    record Shelf(RefundedLine refunded, int before) {

        public int after() {
            return refunded.fate().isForSale() ? before + refunded.quantity() : before;
        }

        /** As messages know it; what is made to order has no shelf. */
        public String code() {
            PieceFate fate = refunded.fate();
            return fate.isForSale() && refunded.line().madeToOrder()
                    ? "made-to-order"
                    : fate.code();
        }
    }

    static RefundPreview of(RefundCase known, RefundWish wish) {
        RefundForecast forecast = known.outlook().refund(wish.id(known.order().id()), wish.parts());
        List<Shelf> pieces =
                wish.lines().stream()
                        .map(
                                it ->
                                        new Shelf(
                                                it,
                                                known.shelf().getOrDefault(it.line().variant(), 0)))
                        .toList();
        return new RefundPreview(known, wish, forecast, pieces, after(known, forecast));
    }

    private static @Nullable ImpactStory after(RefundCase known, RefundForecast forecast) {
        ImpactStory now = known.impact();
        return now == null
                ? null
                : ImpactStory.followed(
                        now.price(),
                        forecast.cover(now.price().fund()),
                        known.progress().after(forecast),
                        now.corrections());
    }

    /** What the buyer gets, in yen. */
    public Money amount() {
        return forecast.amount();
    }

    /**
     * The same for the same consequences, as long as nothing else goes back: what somebody has seen
     * is what they do, and two people don't say sorry for the same.
     */
    public String seen() {
        return named(consequences() + known.refundable().yen());
    }

    /** The same for the same consequences. */
    String consequences() {
        String said =
                wish.parts().entrySet().stream()
                                .map(it -> it.getKey() + "=" + it.getValue().yen())
                                .collect(Collectors.joining(","))
                        + fates()
                        + amount().yen()
                        + forecast.changes()
                        + forecast.funds()
                        + forecast.spent().yen()
                        + forecast.held().yen()
                        + (impact == null
                                ? ""
                                : impact.units() + impact.sentence().key() + impact.progress());
        return named(said);
    }

    private static String named(String said) {
        return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private String fates() {
        return wish.lines().stream()
                .map(it -> it.position() + ":" + it.quantity() + it.fate())
                .collect(Collectors.joining(","));
    }
}
