package org.lfnkr.zabuton.fulfilment.carrierfile;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.Timings;
import org.lfnkr.zabuton.orders.papers.ParcelPapers;
import org.lfnkr.zabuton.reveals.Look;
import org.lfnkr.zabuton.reveals.Part;
import org.lfnkr.zabuton.reveals.Reason;
import org.lfnkr.zabuton.reveals.Reveals;
import org.lfnkr.zabuton.reveals.Way;
import org.lfnkr.zabuton.shipping.Destination;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes orders that wait to be sent into a file, and notes for each who has read where it goes.
 */
@Service
class CarrierFiles {

    /** No more are read at once, nor written. */
    static final int MOST = 50;

    private final CarrierFileStore store;
    private final Orders orders;
    private final Timings timings;
    private final ParcelPapers papers;
    private final CarrierSheet sheet;
    private final Reveals reveals;
    private final AuditTrail audit;

    CarrierFiles(
            CarrierFileStore store,
            Orders orders,
            Timings timings,
            ParcelPapers papers,
            CarrierSheet sheet,
            Reveals reveals,
            AuditTrail audit) {
        this.store = store;
        this.orders = orders;
        this.timings = timings;
        this.papers = papers;
        this.sheet = sheet;
        this.reveals = reveals;
        this.audit = audit;
    }

    /** An order with what the file says of it. */
    private record Known(Order order, CarrierRow row, boolean unmade) {}

    /**
     * A page of what waits.
     *
     * @param more the last order that was looked at, where others wait behind it
     */
    record Candidates(List<CarrierCandidate> items, Optional<OrderId> more) {}

    /**
     * Those that have waited longest first; carriers' files are for Japan.
     *
     * @param after the last order of the page before; any other id begins
     */
    Mono<Candidates> candidates(UUID after) {
        return store.waiting(after, MOST + 1)
                .collectList()
                .flatMap(
                        waiting ->
                                Flux.fromIterable(waiting)
                                        .take(MOST)
                                        .concatMap(it -> opened(it.order(), it.unmade()))
                                        .concatMap(this::candidate)
                                        .collectList()
                                        .map(items -> new Candidates(items, more(waiting))));
    }

    private static Optional<OrderId> more(List<CarrierFileStore.Waiting> waiting) {
        return waiting.size() > MOST
                ? Optional.of(waiting.get(MOST - 1).order())
                : Optional.empty();
    }

    private Mono<Known> opened(OrderId id, boolean unmade) {
        return orders.find(id)
                .filter(CarrierFiles::staysInJapan)
                .flatMap(order -> known(order, unmade));
    }

    private static boolean staysInJapan(Order order) {
        return order.country().equals(Destination.JAPAN);
    }

    private Mono<Known> known(Order order, boolean unmade) {
        return papers.delivery(order)
                .zipWith(timings.of(order.id()))
                .map(both -> new CarrierRow(order.reference(), both.getT1(), both.getT2().wish()))
                .map(row -> new Known(order, row, unmade));
    }

    private Mono<CarrierCandidate> candidate(Known known) {
        Order order = known.order();
        return writtenAt(order)
                .map(
                        written ->
                                new CarrierCandidate(
                                        order.id(),
                                        order.reference(),
                                        Objects.requireNonNull(order.paidAt()),
                                        known.row().wish(),
                                        known.unmade(),
                                        sheet.canWrite(known.row()),
                                        written.orElse(null)));
    }

    private Mono<Optional<Instant>> writtenAt(Order order) {
        return reveals.about(order.id().value())
                .filter(look -> look.way() == Way.EXPORTED)
                .map(Look::at)
                .collectList()
                .map(all -> all.stream().max(Comparator.naturalOrder()));
    }

    /**
     * The file of these, of whom each is noted as read.
     *
     * @return empty where none of them waits, or none can be written
     */
    @Transactional
    public Mono<byte[]> write(Collection<UUID> chosen, Colleague reader) {
        return store.waiting(chosen, MOST)
                .concatMap(order -> opened(order, false))
                .filter(known -> sheet.canWrite(known.row()))
                .collectList()
                .filter(found -> !found.isEmpty())
                .delayUntil(found -> note(found, reader))
                .map(found -> sheet.write(found.stream().map(Known::row).toList()));
    }

    private Mono<Void> note(List<Known> found, Colleague reader) {
        return Flux.fromIterable(found)
                .concatMap(known -> note(known.order(), reader))
                .then(
                        audit.record(
                                reader.account().toString(),
                                "carrier-file.exported",
                                Integer.toString(found.size()),
                                "desk"));
    }

    private Mono<Boolean> note(Order order, Colleague reader) {
        return reveals.note(order.matter(), Way.EXPORTED, Part.SHIP_TO, Reason.SENDING, reader);
    }
}
