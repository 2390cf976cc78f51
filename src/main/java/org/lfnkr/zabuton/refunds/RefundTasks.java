package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.bookkeeping.BookedRefund;
import org.lfnkr.zabuton.bookkeeping.Bookkeeping;
import org.lfnkr.zabuton.giving.Gifts;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.kernel.Tally;
import org.lfnkr.zabuton.orders.Sales;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundView;
import org.lfnkr.zabuton.payments.offline.OfflineRefunds;
import org.lfnkr.zabuton.payments.offline.Waiting;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.UUID;

/** What refunds ask of staff. */
@Component
class RefundTasks {

    private final Bookkeeping books;
    private final Payments payments;
    private final OfflineRefunds offline;
    private final Sales sales;
    private final Gifts gifts;

    RefundTasks(
            Bookkeeping books,
            Payments payments,
            OfflineRefunds offline,
            Sales sales,
            Gifts gifts) {
        this.books = books;
        this.payments = payments;
        this.offline = offline;
        this.sales = sales;
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
                                Flux.fromIterable(shown.items())
                                        .concatMap(this::unsaid)
                                        .collectList()
                                        .map(shown::with));
    }

    /** How many of them there are. */
    Mono<Tally> unsaid() {
        return books.unsaid();
    }

    private Mono<RefundTask> unsaid(BookedRefund refund) {
        return payments.view(refund.payment())
                .flatMap(payment -> sales.sale(payment.purpose()))
                .map(
                        sale ->
                                new RefundTask(
                                        refund.id(),
                                        true,
                                        sale.reference(),
                                        refund.amount(),
                                        refund.at()));
    }

    /** Those of money that Stripe never had, which somebody hands back. */
    Flux<RefundTask> byHand() {
        return offline.waiting().concatMap(this::byHand);
    }

    /** Empty where no such refund waits for a hand. */
    Mono<RefundTask> byHand(RefundId id) {
        return offline.waiting().filter(it -> it.id().equals(id)).next().flatMap(this::byHand);
    }

    private Mono<RefundTask> byHand(Waiting refund) {
        return payments.refunds(refund.payment())
                .filter(it -> it.id().equals(refund.id()))
                .next()
                .flatMap(view -> task(refund, view));
    }

    private Mono<RefundTask> task(Waiting refund, RefundView view) {
        return sales.sale(refund.purpose())
                .map(sale -> task(view, true, sale.reference()))
                .switchIfEmpty(
                        gifts.gift(refund.purpose())
                                .map(gift -> task(view, false, gift.reference())));
    }

    private static RefundTask task(RefundView refund, boolean order, String reference) {
        return new RefundTask(refund.id(), order, reference, refund.amount(), refund.requestedAt());
    }
}
