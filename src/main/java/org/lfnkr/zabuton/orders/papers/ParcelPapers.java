package org.lfnkr.zabuton.orders.papers;

import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.PaperLine;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.lfnkr.zabuton.orders.Timing;
import org.lfnkr.zabuton.orders.Timings;
import org.lfnkr.zabuton.papers.Barcode;
import org.lfnkr.zabuton.papers.Papers;
import org.lfnkr.zabuton.shipping.Destination;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Prints what goes on and into a parcel. A label tells who gets it, and a slip the words that the
 * buyer wrote for it and the name under which they send it: whoever prints them notes it first, as
 * {@code reveals} has it.
 */
@Component
public class ParcelPapers {

    private final OrderPapers papers;
    private final Timings timings;
    private final WishWords wishes;
    private final Papers press;
    private final Catalog catalog;
    private final Clock clock;

    ParcelPapers(
            OrderPapers papers,
            Timings timings,
            WishWords wishes,
            Papers press,
            Catalog catalog,
            Clock clock) {
        this.papers = papers;
        this.timings = timings;
        this.wishes = wishes;
        this.press = press;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** To whom and where parcels go; those whose buyers' data are erased are not in it. */
    public Mono<Map<OrderId, Delivery>> deliveries(Collection<Order> orders) {
        return papers.deliveries(orders);
    }

    /** The label, in A6, as a PDF; empty once the buyer's data are erased. */
    public Mono<byte[]> label(Order order) {
        return papers.delivery(order)
                .zipWith(timings.of(order.id()))
                .flatMap(
                        both ->
                                press.pdf(
                                        "orders/papers/label",
                                        label(order, both.getT1(), both.getT2()),
                                        labelLanguage(order)));
    }

    private Map<String, Object> label(Order order, Delivery delivery, Timing timing) {
        return Map.of(
                "lines", delivery.asLabel(),
                "phone", delivery.phone(),
                "from", delivery.from(),
                "wish", wishes.text(timing.wish(), labelLanguage(order)),
                "reference", order.reference());
    }

    /** Carriers read it, not the buyer. */
    private static Language labelLanguage(Order order) {
        return goesAbroad(order) ? Language.EN : Language.JA;
    }

    private static boolean goesAbroad(Order order) {
        return !order.country().equals(Destination.JAPAN);
    }

    /**
     * The slip in the buyer's language, without any price, as the checkout says; behind it, for a
     * parcel that leaves Japan, the lines of its customs declaration, which stay outside. Empty
     * once the buyer's data are erased.
     *
     * @param contents what the parcel holds
     */
    public Mono<byte[]> slip(OrderStory story, List<ParcelLine> contents) {
        return Mono.zip(
                        papers.delivery(story.order()),
                        timings.of(story.order().id()),
                        customs(story, contents))
                .map(it -> slip(story, contents, it.getT1(), it.getT2(), it.getT3()))
                .flatMap(
                        slip ->
                                press.pdf(
                                        "orders/papers/slip",
                                        Map.of(
                                                "slip",
                                                slip,
                                                "bars",
                                                Barcode.of(slip.reference()).bars()),
                                        story.order().language()));
    }

    private Mono<List<CustomsLine>> customs(OrderStory story, List<ParcelLine> contents) {
        return goesAbroad(story.order())
                ? catalog.allOffers(today())
                        .map(shelf -> CustomsLine.of(contents, story.lines(), shelf))
                : Mono.just(List.of());
    }

    private Slip slip(
            OrderStory story,
            List<ParcelLine> contents,
            Delivery to,
            Timing timing,
            List<CustomsLine> customs) {
        return new Slip(
                story.order().reference(),
                today(),
                PaperLine.of(contents, story.in(story.order().language()).lines()),
                to.message(),
                to.toAnother(),
                to.from(),
                wishes.text(timing.wish(), story.order().language()),
                story.parcels().isReplacement(contents),
                customs);
    }

    private LocalDate today() {
        return BusinessDate.of(clock.instant());
    }

    /** Whether the slip shows something of the buyer: words of theirs, or their name. */
    public Mono<Boolean> tellsOfBuyer(Order order) {
        return papers.delivery(order)
                .map(to -> !to.message().isEmpty() || !to.from().isEmpty())
                .defaultIfEmpty(false);
    }
}
