package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.bookkeeping.Bookkeeping;
import org.lfnkr.zabuton.bookkeeping.Unreturned;
import org.lfnkr.zabuton.giving.Gift;
import org.lfnkr.zabuton.giving.Gifts;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.Sale;
import org.lfnkr.zabuton.orders.Sales;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentView;
import org.lfnkr.zabuton.payments.RefundView;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What was to go back to payers and did not, with all that is known of it but whose it is. */
@Component
class UnreturnedMoney {

    private final Bookkeeping books;
    private final Payments payments;
    private final Sales sales;
    private final Gifts gifts;

    UnreturnedMoney(Bookkeeping books, Payments payments, Sales sales, Gifts gifts) {
        this.books = books;
        this.payments = payments;
        this.sales = sales;
        this.gifts = gifts;
    }

    /**
     * Money of one payment that is held.
     *
     * @param order whether it was paid for an order; otherwise it was given
     * @param reference of the order or gift
     * @param sum that is held
     * @param since when a refund failed first
     * @param refunds all of the payment's, oldest first
     */
    record Case(
            PaymentId id,
            boolean order,
            String reference,
            Money sum,
            Instant since,
            PaymentView payment,
            List<RefundView> refunds) {}

    /** An order or a gift, as staff call it. */
    private record Subject(boolean order, String reference) {

        static Subject of(Sale sale) {
            return new Subject(true, sale.reference());
        }

        static Subject of(Gift gift) {
            return new Subject(false, gift.reference());
        }
    }

    /**
     * Those that have waited longest first.
     *
     * @param after the payment that stood last on the page before; any other id begins
     */
    Mono<Slice<Case>> after(UUID after) {
        return books.unreturned(after).concatMap(this::known).collectList().map(Slice::of);
    }

    private Mono<Case> known(Unreturned held) {
        return payments.view(held.payment())
                .flatMap(
                        payment ->
                                Mono.zip(
                                                subject(payment.purpose()),
                                                payments.refunds(payment.id()).collectList())
                                        .map(
                                                both ->
                                                        known(
                                                                held,
                                                                both.getT1(),
                                                                payment,
                                                                both.getT2())));
    }

    private Mono<Subject> subject(String purpose) {
        return sales.sale(purpose)
                .map(Subject::of)
                .switchIfEmpty(gifts.gift(purpose).map(Subject::of));
    }

    private static Case known(
            Unreturned held, Subject subject, PaymentView payment, List<RefundView> refunds) {
        return new Case(
                held.payment(),
                subject.order(),
                subject.reference(),
                held.yen(),
                held.since(),
                payment,
                refunds);
    }
}
