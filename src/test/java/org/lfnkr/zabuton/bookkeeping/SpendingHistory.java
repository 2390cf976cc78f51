package org.lfnkr.zabuton.bookkeeping;

import static org.lfnkr.zabuton.impact.Samples.takings;

import org.lfnkr.zabuton.bookkeeping.SpendingBooks.Paid;
import org.lfnkr.zabuton.bookkeeping.spending.BringBackResult.BroughtBack;
import org.lfnkr.zabuton.bookkeeping.spending.MoveResult.Moved;
import org.lfnkr.zabuton.bookkeeping.spending.SpendResult.Spent;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.payments.RefundId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** A history of a few funds, lived through on the database and on the model side by side. */
final class SpendingHistory {

    private final SpendingBooks books;
    private final SpendingModel model = new SpendingModel();
    private final Random random;
    private final List<OnePayment> payments = new ArrayList<>();
    private final Map<Integer, UUID> disbursements = new HashMap<>();
    private final Map<Integer, Integer> ofReturn = new HashMap<>();
    private final List<String> refusals = new ArrayList<>();

    private LocalDate today = LocalDate.of(2025, 4, 1);
    private int returns;

    SpendingHistory(SpendingBooks books, long seed) {
        this.books = books;
        this.random = new Random(seed);
    }

    private static final class OnePayment {
        private final Paid paid;
        private final Map<Lot, Integer> lots = new HashMap<>();
        private final List<RefundId> refunds = new ArrayList<>();
        private PaymentBook book;
        private long disputed;

        OnePayment(Paid paid) {
            this.paid = paid;
            this.book = new PaymentBook(paid.subject(), paid.lots(), Returns.NONE, 0);
        }

        long left() {
            return book.left().stream().mapToLong(Lot::yen).sum();
        }
    }

    void step() {
        today = today.plusDays(random.nextInt(3));
        Fund fund = anyFund();
        switch (payments.isEmpty() ? 0 : random.nextInt(15)) {
            case 0, 1 -> charge();
            case 2 -> refund(any(payments), false);
            case 3 -> refund(any(payments), true);
            case 4 -> fail(any(payments));
            case 5 -> dispute(any(payments));
            case 6, 7 -> spend(fund);
            case 8, 9 -> bringBack();
            case 10 -> arrive();
            case 11 -> move(fund, anyFund());
            case 12, 13 -> awaitAgain();
            default -> night();
        }
    }

    private void charge() {
        List<SoldLine> lines = Stream.generate(this::line).limit(random.nextInt(1, 4)).toList();
        long goods = lines.stream().mapToLong(line -> line.total().yen()).sum();
        long costs = lines.stream().mapToLong(line -> line.costs().yen()).sum();
        long gift = random.nextBoolean() ? random.nextLong(1, 5_000) : 0;
        Takings takings = takings(goods, 700, gift, goods / 11, costs, random.nextLong(900));
        OnePayment payment =
                new OnePayment(
                        books.charge(takings, lines, random.nextLong(300), today.toString()));
        payment.paid.lots().all().stream()
                .filter(lot -> lot.kind().isToSpend() && !Fund.OPERATIONS.equals(lot.fund()))
                .forEach(
                        lot ->
                                payment.lots.put(
                                        lot.with(0),
                                        model.come(Objects.requireNonNull(lot.fund()), lot.yen())));
        payments.add(payment);
    }

    private SoldLine line() {
        return SaleSamples.line(
                random.nextLong(300, 6_000), random.nextInt(1, 4), 10, random.nextLong(2_000));
    }

    private void refund(OnePayment payment, boolean whole) {
        long left = payment.left();
        if (left > 0) {
            RefundId refund = RefundId.random();
            payment.refunds.add(refund);
            long yen = whole ? left : random.nextLong(left) + 1;
            moved(payment, MovementKind.REFUND, -yen, refund);
            books.refund(payment.paid, refund, -yen, today.toString());
        }
    }

    private void fail(OnePayment payment) {
        if (!payment.refunds.isEmpty()) {
            RefundId refund = payment.refunds.removeLast();
            long yen = Math.max(0, payment.book.returns().refunds().getOrDefault(refund, 0L));
            if (yen > 0) {
                moved(payment, MovementKind.REFUND_FAILED, yen, refund);
                books.refund(payment.paid, refund, yen, today.toString());
            }
        }
    }

    /** Lost, or won back later. */
    private void dispute(OnePayment payment) {
        long yen = payment.disputed > 0 ? payment.disputed : -payment.left();
        if (yen != 0) {
            payment.disputed = Math.max(0, -yen);
            Transaction line =
                    Transaction.of(
                            "txn_model",
                            payment.paid.payment(),
                            MovementKind.DISPUTE,
                            yen,
                            0,
                            SpendingBooks.at(today.toString()));
            follow(payment, payment.book.with(line));
            books.dispute(payment.paid, yen, today.toString());
        }
    }

    private void moved(OnePayment payment, MovementKind kind, long yen, RefundId refund) {
        Transaction line =
                Transaction.of(
                                "txn_model",
                                payment.paid.payment(),
                                kind,
                                yen,
                                0,
                                SpendingBooks.at(today.toString()))
                        .by(refund);
        follow(payment, payment.book.with(line));
    }

    private void follow(OnePayment payment, PaymentBook after) {
        payment.lots.forEach(
                (lot, number) -> model.go(number, of(lot, payment.book) - of(lot, after)));
        payment.book = after;
    }

    private static long of(Lot lot, PaymentBook book) {
        return book.left().stream().filter(it -> it.with(0).equals(lot)).mapToLong(Lot::yen).sum();
    }

    private void spend(Fund fund) {
        spend(fund, random.nextLong(model.unspent(fund) + 500) + 1);
    }

    private void spend(Fund fund, long yen) {
        int number = disbursements.size() + 1;
        UUID id = UUID.randomUUID();
        boolean spent = model.spend(number, fund, yen);
        if (spent) {
            disbursements.put(number, id);
        }
        agree("spending", spent, books.spend(id, fund, yen, today.toString()) instanceof Spent);
    }

    private void bringBack() {
        if (!model.disbursements().isEmpty()) {
            int number = any(model.disbursements());
            long yen = random.nextLong(model.spent(number) + 100) + 1;
            bringBack(number, yen, random.nextBoolean());
        }
    }

    private void bringBack(int number, long yen, boolean expected) {
        Map<Fund, Long> before = model.journal();
        boolean back = model.bringBack(number, yen);
        UUID id = disbursement(number);
        agree(
                "bringing back",
                back,
                books.bringBack(id, ++returns, yen, today.toString()) instanceof BroughtBack);
        if (back && expected) {
            model.expect(returns, before);
            ofReturn.put(returns, number);
            books.expect(id, returns);
        }
    }

    private UUID disbursement(int number) {
        return Objects.requireNonNull(disbursements.get(number));
    }

    private void arrive() {
        int number = model.arrive();
        if (number > 0) {
            books.arrive(number);
        }
    }

    /**
     * A row is said to be of something else, often once what it brought is spent, or while all that
     * was left of the same disbursement is awaited.
     */
    private void awaitAgain() {
        if (model.arrived() == 0) {
            Fund fund = anyFund();
            if (model.free(fund) > 0) {
                spend(fund, random.nextLong(model.free(fund)) + 1);
            }
            List<Integer> spent =
                    model.disbursements().stream().filter(it -> model.spent(it) > 0).toList();
            if (!spent.isEmpty()) {
                int one = any(spent);
                bringBack(one, random.nextLong(model.spent(one)) + 1, true);
                arrive();
            }
        }
        int number = model.arrived();
        boolean another = number > 0 && random.nextInt(4) > 0;
        if (another) {
            int same = Objects.requireNonNull(ofReturn.get(number));
            if (model.spent(same) > 0) {
                bringBack(same, model.spent(same), true);
            }
        }
        for (Fund fund : List.of(books.food, books.foster, books.clothing)) {
            if (model.free(fund) > 0 && (another || random.nextBoolean())) {
                spend(fund, model.free(fund));
            }
        }
        if (number > 0) {
            UUID disbursement = disbursement(Objects.requireNonNull(ofReturn.get(number)));
            agree(
                    "awaiting again",
                    model.awaitAgain(number),
                    books.awaitAgain(disbursement, number));
        }
    }

    private void move(Fund from, Fund to) {
        if (!from.equals(to)) {
            long yen = random.nextLong(model.unspent(from) + 200) + 1;
            boolean moved = model.move(from, to, yen);
            agree(
                    "moving",
                    moved,
                    books.transfer(from, to, yen, today.toString()) instanceof Moved);
        }
    }

    /**
     * Sums are taken, and a day that is over may be closed: what is booked later is of the next.
     */
    private void night() {
        books.own("select ledger.sum_up(), bookkeeping.sum_up()");
        if (random.nextBoolean()) {
            books.own(
                    "insert into ledger.closed_period (last_day) values ('%s') on conflict do nothing",
                    today.minusDays(2));
        }
    }

    private void agree(String what, boolean model, boolean database) {
        if (model != database) {
            refusals.add(what + ": model " + model + ", database " + database);
        }
    }

    private Fund anyFund() {
        return any(List.of(books.food, books.foster, books.clothing));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Where the two say something else. */
    List<String> differences() {
        List<String> found = new ArrayList<>(refusals);
        List<Fund> funds = List.of(books.food, books.foster, books.clothing);
        found.addAll(model.violations(funds));
        for (Fund fund : funds) {
            if (model.unspent(fund) != books.has(fund)) {
                found.add(fund + ": " + model.unspent(fund) + ", database " + books.has(fund));
            }
        }
        for (OnePayment payment : payments) {
            long loss = payment.lots.values().stream().mapToLong(model::loss).sum();
            if (loss != books.loss(payment.paid)) {
                found.add("lost " + loss + ", database " + books.loss(payment.paid));
            }
        }
        return found;
    }
}
