package org.lfnkr.zabuton.fulfilment.carrierfile;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.Timing;
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
import java.util.Map;
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
                                opened(waiting.stream().limit(MOST).toList())
                                        .flatMap(this::candidates)
                                        .map(items -> new Candidates(items, more(waiting))));
    }

    private static Optional<OrderId> more(List<CarrierFileStore.Waiting> waiting) {
        return waiting.size() > MOST
                ? Optional.of(waiting.get(MOST - 1).order())
                : Optional.empty();
    }

    /**
     * In the same order; of those that go abroad, and whose buyers are erased, nothing is known.
     */
    private Mono<List<Known>> opened(List<CarrierFileStore.Waiting> waiting) {
        return orders.find(waiting.stream().map(CarrierFileStore.Waiting::order).toList())
                .flatMap(found -> opened(waiting, found));
    }

    private Mono<List<Known>> opened(
            List<CarrierFileStore.Waiting> waiting, Map<OrderId, Order> found) {
        List<Order> inJapan = found.values().stream().filter(CarrierFiles::staysInJapan).toList();
        return Mono.zip(
                papers.deliveries(inJapan),
                timings.of(inJapan.stream().map(Order::id).toList()),
                (deliveries, wished) ->
                        waiting.stream()
                                .filter(it -> deliveries.containsKey(it.order()))
                                .map(
                                        it ->
                                                known(
                                                        requireNonNull(found.get(it.order())),
                                                        requireNonNull(deliveries.get(it.order())),
                                                        wished.getOrDefault(
                                                                it.order(), Timing.NONE),
                                                        it.unmade()))
                                .toList());
    }

    private static boolean staysInJapan(Order order) {
        return order.country().equals(Destination.JAPAN);
    }

    private static Known known(Order order, Delivery to, Timing timing, boolean unmade) {
        return new Known(order, new CarrierRow(order.reference(), to, timing.wish()), unmade);
    }

    private Mono<List<CarrierCandidate>> candidates(List<Known> all) {
        return reveals.about(all.stream().map(it -> it.order().id().value()).toList())
                .map(looks -> all.stream().map(it -> candidate(it, looks)).toList());
    }

    private CarrierCandidate candidate(Known known, Map<UUID, List<Look>> looks) {
        Order order = known.order();
        return new CarrierCandidate(
                order.id(),
                order.reference(),
                requireNonNull(order.paidAt()),
                known.row().wish(),
                known.unmade(),
                sheet.canWrite(known.row()),
                writtenAt(looks.getOrDefault(order.id().value(), List.of())));
    }

    private static @Nullable Instant writtenAt(List<Look> looks) {
        return looks.stream()
                .filter(look -> look.way() == Way.EXPORTED)
                .map(Look::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * The file of these, of whom each is noted as read.
     *
     * @return empty where none of them waits, or none can be written
     */
    @Transactional
    public Mono<byte[]> write(Collection<UUID> chosen, Colleague reader) {
        return store.waiting(chosen, MOST)
                .map(order -> new CarrierFileStore.Waiting(order, false))
                .collectList()
                .flatMapMany(waiting -> opened(waiting).flatMapIterable(known -> known))
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
