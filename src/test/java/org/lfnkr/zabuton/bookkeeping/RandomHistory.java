package org.lfnkr.zabuton.bookkeeping;

import static org.lfnkr.zabuton.impact.Samples.takings;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.lfnkr.zabuton.impact.FeeEstimate;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.Samples;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.orders.Sale;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.payments.DisputeMoved;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentSettled;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundMoved;
import org.lfnkr.zabuton.support.Await;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Sales that nobody has thought of, with what becomes of them: on any day and in any order. */
@TestComponent
public class RandomHistory {

    private final Impact impact;
    private final Ledger ledger;
    private final CoveredStatements statements;
    private final BookkeepingStore store;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    RandomHistory(
            Impact impact,
            Ledger ledger,
            CoveredStatements statements,
            BookkeepingStore store,
            DatabaseClient database,
            TransactionalOperator transaction) {
        this.impact = impact;
        this.ledger = ledger;
        this.statements = statements;
        this.store = store;
        this.database = database;
        this.transaction = transaction;
    }

    /** What the night does. */
    public void sumUp() {
        run(ledger.sumUp().then(database.sql("select bookkeeping.sum_up()").then()));
    }

    /** A sale of one of the days, and what becomes of it on others. */
    public void sell(Random random, LocalDate first, int days) {
        List<SoldLine> lines =
                Stream.generate(() -> line(random)).limit(random.nextInt(1, 4)).toList();
        Takings takings = of(random, lines);
        UUID order = UUID.randomUUID();
        Books books = new Books(order, handlers(order, takings, lines, random));
        long paid = takings.total().yen();
        books.settle(paid, random.nextLong(0, paid / 10 + 1), at(random, first, days));
        long left = paid;
        for (int event = random.nextInt(4); event > 0 && left > 0; event--) {
            long yen = random.nextLong(1, left + 1);
            switch (random.nextInt(3)) {
                case 0 -> {
                    books.refund(new RefundId(UUID.randomUUID()), -yen, at(random, first, days));
                    left -= yen;
                }
                case 1 -> {
                    RefundId refund = new RefundId(UUID.randomUUID());
                    books.refund(refund, -yen, at(random, first, days));
                    books.refund(refund, yen, at(random, first, days));
                }
                default -> {
                    books.dispute(-left, 1_500, at(random, first, days));
                    if (random.nextBoolean()) {
                        books.dispute(left, -1_500, at(random, first, days));
                    } else {
                        left = 0;
                    }
                }
            }
        }
    }

    private static SoldLine line(Random random) {
        return SaleSamples.line(
                random.nextLong(300, 6_000),
                random.nextInt(1, 4),
                random.nextBoolean() ? 10 : 8,
                random.nextLong(0, 3_000));
    }

    private static Takings of(Random random, List<SoldLine> lines) {
        long goods = lines.stream().mapToLong(line -> line.total().yen()).sum();
        long shipping = random.nextBoolean() ? random.nextLong(1, 1_500) : 0;
        long tax =
                lines.stream().mapToLong(line -> tax(line.total().yen(), line.taxPercent())).sum()
                        + tax(shipping, 10);
        long costs = lines.stream().mapToLong(line -> line.costs().yen()).sum();
        long gift = random.nextBoolean() ? random.nextLong(1, 5_000) : 0;
        return takings(goods, shipping, gift, tax, costs, random.nextLong(0, 1_000));
    }

    private static long tax(long yen, int percent) {
        return yen * percent / (100 + percent);
    }

    private BookingHandlers handlers(
            UUID order, Takings takings, List<SoldLine> lines, Random random) {
        Sale sale =
                new Sale(
                        order,
                        "TEST",
                        takings,
                        lines,
                        yen(random.nextLong(0, 300)),
                        Samples.RICE.id());
        Earnings earnings =
                new Earnings(
                        List.of(any -> Mono.just(sale)),
                        any -> Mono.empty(),
                        FeeEstimate.ofListPrices());
        return new BookingHandlers(new Booking(earnings, impact, ledger, statements, store));
    }

    private static Instant at(Random random, LocalDate first, int days) {
        return first.plusDays(random.nextInt(days))
                .atTime(random.nextInt(24), random.nextInt(60))
                .atZone(BusinessDate.TOKYO)
                .toInstant();
    }

    private void run(Mono<Void> work) {
        Await.done(work.as(transaction::transactional));
    }

    private final class Books {

        private final PaymentId payment = new PaymentId(UUID.randomUUID());
        private final String purpose;
        private final BookingHandlers handlers;

        Books(UUID order, BookingHandlers handlers) {
            this.purpose = "order:" + order;
            this.handlers = handlers;
        }

        void settle(long yen, long fee, Instant at) {
            run(
                    handlers.bookCharges()
                            .handle(
                                    new PaymentSettled(
                                            payment, purpose, yen, fee, line(), "card", at)));
        }

        void refund(RefundId refund, long yen, Instant at) {
            run(
                    handlers.bookRefunds()
                            .handle(new RefundMoved(payment, purpose, refund, yen, 0, line(), at)));
        }

        void dispute(long yen, long fee, Instant at) {
            run(
                    handlers.bookDisputes()
                            .handle(
                                    new DisputeMoved(
                                            payment, purpose, "du_1", yen, fee, line(), at)));
        }

        private String line() {
            return "txn_" + UUID.randomUUID();
        }
    }
}
