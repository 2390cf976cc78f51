package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.bookkeeping.BookedRefund;
import org.lfnkr.zabuton.bookkeeping.Bookkeeping;
import org.lfnkr.zabuton.giving.GiftReferences;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.kernel.Tally;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.offline.OfflineRefunds;
import org.lfnkr.zabuton.payments.offline.Waiting;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What refunds ask of staff. */
@Component
class RefundTasks {

    private final Bookkeeping books;
    private final Payments payments;
    private final OfflineRefunds offline;
    private final Orders orders;
    private final GiftReferences gifts;

    RefundTasks(
            Bookkeeping books,
            Payments payments,
            OfflineRefunds offline,
            Orders orders,
            GiftReferences gifts) {
        this.books = books;
        this.payments = payments;
        this.offline = offline;
        this.orders = orders;
        this.gifts = gifts;
    }

    /**
     * Those of Stripe's dashboard, of which nobody has said which lines they are for.
     *
     * @param after the last of the page before; any other id begins
     */
    Mono<Slice<RefundTask>> unsaid(UUID after) {
        return books.unsaid(after)
                .flatMap(
                        shown ->
                                payments.purposes(payments(shown.items()))
                                        .flatMap(known -> unsaid(shown.items(), known))
                                        .map(shown::with));
    }

    private static List<PaymentId> payments(List<BookedRefund> refunds) {
        return refunds.stream().map(BookedRefund::payment).toList();
    }

    private Mono<List<RefundTask>> unsaid(
            List<BookedRefund> refunds, Map<PaymentId, String> purposes) {
        return orders.references(purposes.values())
                .map(
                        called ->
                                refunds.stream()
                                        .flatMap(
                                                it ->
                                                        Optional.ofNullable(
                                                                purposes.get(it.payment()))
                                                                .map(called::get)
                                                                .map(order -> task(it, order))
                                                                .stream())
                                        .toList());
    }

    private static RefundTask task(BookedRefund refund, String order) {
        return new RefundTask(refund.id(), true, order, refund.amount(), refund.at());
    }

    /** How many of them there are. */
    Mono<Tally> unsaid() {
        return books.unsaid();
    }

    /** Those of money that Stripe never had, which somebody hands back. */
    Flux<RefundTask> byHand() {
        return byHand(offline.waiting());
    }

    /** Empty where no such refund waits for a hand. */
    Mono<RefundTask> byHand(RefundId id) {
        return byHand(offline.waiting().filter(it -> it.id().equals(id))).next();
    }

    private Flux<RefundTask> byHand(Flux<Waiting> waiting) {
        return waiting.collectList().flatMapMany(this::byHand);
    }

    private Flux<RefundTask> byHand(List<Waiting> refunds) {
        List<String> purposes = refunds.stream().map(Waiting::purpose).toList();
        return orders.references(purposes)
                .zipWith(gifts.references(purposes))
                .flatMapIterable(
                        it ->
                                refunds.stream()
                                        .flatMap(refund -> tasks(refund, it.getT1(), it.getT2()))
                                        .toList());
    }

    private static Stream<RefundTask> tasks(
            Waiting refund, Map<String, String> orders, Map<String, String> gifts) {
        String purpose = refund.purpose();
        return Stream.of(orders, gifts)
                .filter(called -> called.containsKey(purpose))
                .map(called -> task(refund, called == orders, called.get(purpose)));
    }

    private static RefundTask task(Waiting refund, boolean order, String reference) {
        return new RefundTask(refund.id(), order, reference, refund.amount(), refund.requestedAt());
    }
}
