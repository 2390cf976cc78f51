package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.Parcel;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.lfnkr.zabuton.orders.papers.ParcelPapers;
import org.lfnkr.zabuton.reveals.Part;
import org.lfnkr.zabuton.reveals.Reason;
import org.lfnkr.zabuton.reveals.Reveals;
import org.lfnkr.zabuton.reveals.Way;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

/** Prints slips and labels, and notes each that shows what the buyer told us. */
@Service
class ParcelPrinting {

    private final Orders orders;
    private final ParcelPapers papers;
    private final Reveals reveals;

    ParcelPrinting(Orders orders, ParcelPapers papers, Reveals reveals) {
        this.orders = orders;
        this.papers = papers;
        this.reveals = reveals;
    }

    /**
     * The label of an order's parcels.
     *
     * @return empty where there is no such paid order, or the buyer's data are erased
     */
    @Transactional
    public Mono<byte[]> label(String order, Colleague reader) {
        return paid(order)
                .flatMap(found -> papers.label(found).delayUntil(pdf -> note(found, reader)));
    }

    /**
     * The slip of what is left to send.
     *
     * @return empty where nothing is left, or there is no such paid order
     */
    @Transactional
    public Mono<byte[]> slip(String order, Colleague reader) {
        return paid(order)
                .flatMap(orders::story)
                .flatMap(story -> slip(story, left(story), reader));
    }

    /**
     * The slip of a parcel that was noted.
     *
     * @return empty where this order has no such parcel
     */
    @Transactional
    public Mono<byte[]> slip(String order, UUID parcel, Colleague reader) {
        return paid(order)
                .flatMap(orders::story)
                .flatMap(story -> slip(story, held(story, parcel), reader));
    }

    private Mono<Order> paid(String order) {
        return orders.find(new OrderId(Slice.id(order))).filter(found -> found.paidAt() != null);
    }

    private static List<ParcelLine> left(OrderStory story) {
        return story.lines().stream()
                .filter(line -> story.parcels().left(line) > 0)
                .map(line -> new ParcelLine(line.variant(), story.parcels().left(line)))
                .toList();
    }

    private static List<ParcelLine> held(OrderStory story, UUID parcel) {
        return story.parcels().parcels().stream()
                .filter(it -> it.id().equals(parcel))
                .map(Parcel::lines)
                .findFirst()
                .orElse(List.of());
    }

    private Mono<byte[]> slip(OrderStory story, List<ParcelLine> contents, Colleague reader) {
        return contents.isEmpty()
                ? Mono.empty()
                : papers.slip(story, contents).delayUntil(pdf -> noteSlip(story.order(), reader));
    }

    private Mono<Boolean> noteSlip(Order order, Colleague reader) {
        return papers.tellsOfBuyer(order)
                .filter(tells -> tells)
                .flatMap(tells -> note(order, reader));
    }

    private Mono<Boolean> note(Order order, Colleague reader) {
        return reveals.note(order.matter(), Way.PRINTED, Part.SHIP_TO, Reason.SENDING, reader);
    }
}
