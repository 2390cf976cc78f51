package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.papers.Papers;
import org.lfnkr.zabuton.shipping.Destination;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Prints what goes on and into a parcel. A label tells who gets it, and a slip the words that the
 * buyer wrote for it: whoever prints them notes it first, as {@code reveals} has it.
 */
@Component
public class ParcelPapers {

    private final OrderPapers papers;
    private final Papers press;
    private final Catalog catalog;
    private final Clock clock;

    ParcelPapers(OrderPapers papers, Papers press, Catalog catalog, Clock clock) {
        this.papers = papers;
        this.press = press;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** The label, in A6, as a PDF; empty once the buyer's data are erased. */
    public Mono<byte[]> label(Order order) {
        return papers.delivery(order)
                .flatMap(
                        delivery ->
                                press.pdf(
                                        "orders/papers/label",
                                        Map.of(
                                                "lines", delivery.asLabel(),
                                                "phone", delivery.phone(),
                                                "reference", order.reference()),
                                        labelLanguage(order)));
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
        return papers.delivery(story.order())
                .zipWith(customs(story, contents), (to, lines) -> slip(story, contents, to, lines))
                .flatMap(
                        slip ->
                                press.pdf(
                                        "orders/papers/slip",
                                        Map.of("slip", slip),
                                        story.order().language()));
    }

    private Mono<List<CustomsLine>> customs(OrderStory story, List<ParcelLine> contents) {
        return goesAbroad(story.order())
                ? catalog.allOffers(today())
                        .map(shelf -> CustomsLine.of(contents, story.lines(), shelf))
                : Mono.just(List.of());
    }

    private Slip slip(
            OrderStory story, List<ParcelLine> contents, Delivery to, List<CustomsLine> customs) {
        return new Slip(
                story.order().reference(),
                today(),
                PaperLine.of(contents, story.lines()),
                to.message(),
                customs);
    }

    private LocalDate today() {
        return BusinessDate.of(clock.instant());
    }

    /** Whether the buyer wrote words to go with the parcel: its slip shows them. */
    public Mono<Boolean> hasWords(Order order) {
        return papers.delivery(order).map(to -> !to.message().isEmpty()).defaultIfEmpty(false);
    }
}
