package org.lfnkr.zabuton.bookkeeping;

import static org.lfnkr.zabuton.impact.Samples.takings;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.lfnkr.zabuton.bookkeeping.spending.BringBackResult;
import org.lfnkr.zabuton.bookkeeping.spending.MoveResult;
import org.lfnkr.zabuton.bookkeeping.spending.SpendResult;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.impact.AllocationPolicy;
import org.lfnkr.zabuton.impact.OutcomePrice;
import org.lfnkr.zabuton.impact.Proceeds;
import org.lfnkr.zabuton.impact.Shares;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Funds that nobody else has, what comes to them and what becomes of it. */
@TestComponent
class SpendingBooks {

    private final Booking booking;
    private final BookkeepingStore store;
    private final Spending spending;
    private final DatabaseClient database;
    private final TestDatabase testDatabase;
    private final TransactionalOperator transaction;

    Fund food = Fund.FOOD;
    Fund foster = Fund.FOSTER_CHILDREN;
    Fund clothing = new Fund("CLOTHING");

    SpendingBooks(
            Booking booking,
            BookkeepingStore store,
            Spending spending,
            DatabaseClient database,
            TestDatabase testDatabase,
            TransactionalOperator transaction) {
        this.booking = booking;
        this.store = store;
        this.spending = spending;
        this.database = database;
        this.testDatabase = testDatabase;
        this.transaction = transaction;
    }

    /** Others may spend from the funds that the shop comes with. */
    void open() {
        String own = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        food = open("FOOD_" + own);
        foster = open("FOSTER_" + own);
        clothing = open("CLOTHING_" + own);
    }

    private Fund open(String code) {
        own("insert into ledger.fund (code, name_en, name_ja) values ('%s', 'T', 'T')", code);
        return new Fund(code);
    }

    /** Rice at ¥400 a kilogram, which this fund of food pays for. */
    OutcomePrice rice() {
        UUID id = UUID.randomUUID();
        String code = "rice-" + id;
        own(
                """
                insert into impact.outcome (code, name_en, name_ja, unit_key, fund)
                values ('%1$s', 'rice', 'お米', 'kilogram', '%2$s');
                insert into impact.price
                    (id, outcome, yen, units, valid_from, evidence, evidence_on, evidence_until)
                values ('%3$s', '%1$s', 400, 1, '2020-01-01', 'Sample', '2020-01-01', '2030-01-01')
                """,
                code, food, id);
        return new OutcomePrice(
                id,
                code,
                new Bilingual("rice", "お米"),
                "kilogram",
                food,
                400,
                1,
                LocalDate.of(2020, 1, 1),
                null,
                "Sample");
    }

    /** Of the second time: what the first reads of the catalog doesn't count. */
    String text(String sql) {
        try (Connection connection = testDatabase.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            ResultSet rows = statement.executeQuery(sql);
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the owner of the database. */
    void own(String sql, Object... values) {
        try (Connection connection = testDatabase.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql.formatted(values));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    AllocationPolicy policy() {
        return new AllocationPolicy(
                1,
                LocalDate.of(2026, 1, 1),
                new Shares(Map.of(food, 7_000, foster, 2_000, Fund.OPERATIONS, 1_000)),
                new Shares(Map.of(food, 8_500, Fund.OPERATIONS, 1_500)));
    }

    /** Three thousand yen, of which the fund gets 2,458. */
    Paid gift(String day) {
        return charge(takings(0, 0, 3_000, 0, 0, 0), List.of(), 108, day);
    }

    /** Two cushions and a gift of a thousand yen. */
    Paid order(String day) {
        return charge(
                takings(6_600, 0, 1_000, 600, 2_400, 750),
                List.of(SaleSamples.line(3_300, 2, 10, 2_400)),
                274,
                day);
    }

    Paid charge(Takings takings, List<SoldLine> lines, long fee, String day) {
        PaymentId payment = new PaymentId(UUID.randomUUID());
        Lots lots = Split.lots(takings, lines, Proceeds.of(takings, yen(fee)), policy());
        Transaction charge =
                Transaction.of(txn(), payment, MovementKind.CHARGE, lots.total(), fee, at(day));
        Paid paid = new Paid(payment, UUID.randomUUID(), lots);
        run(store.book(new Movement(charge, paid.subject(), 0, lots.all(), 1)));
        return paid;
    }

    record Paid(PaymentId payment, UUID subject, Lots lots) {}

    /** Gives the entry's source. */
    String refund(Paid paid, long yen, String day) {
        return refund(paid, RefundId.random(), -yen, day);
    }

    String refund(Paid paid, RefundId refund, long moved, String day) {
        MovementKind kind = moved < 0 ? MovementKind.REFUND : MovementKind.REFUND_FAILED;
        return move(Transaction.of(txn(), paid.payment(), kind, moved, 0, at(day)).by(refund));
    }

    /** Below zero when it takes. */
    String dispute(Paid paid, long moved, String day) {
        return move(Transaction.of(txn(), paid.payment(), MovementKind.DISPUTE, moved, 0, at(day)));
    }

    private String move(Transaction moved) {
        run(booking.move(moved));
        return moved.source().toString();
    }

    Mono<Void> refunding(Paid paid, long yen, String day) {
        return booking.move(
                        Transaction.of(txn(), paid.payment(), MovementKind.REFUND, -yen, 0, at(day))
                                .by(RefundId.random()))
                .as(transaction::transactional);
    }

    SpendResult spend(UUID disbursement, Fund fund, long yen, String day) {
        return Await.value(spending(disbursement, fund, yen, day));
    }

    Mono<SpendResult> spending(UUID disbursement, Fund fund, long yen, String day) {
        return spending.spend(disbursement, fund, yen(yen), LocalDate.parse(day), at(day));
    }

    BringBackResult bringBack(UUID disbursement, int no, long yen, String day) {
        return Await.value(
                spending.bringBack(disbursement, no, yen(yen), LocalDate.parse(day), at(day)));
    }

    /** As the disbursements note what no row of the bank has brought. */
    void expect(UUID disbursement, int no) {
        own(
                "insert into bookkeeping.expected_back values ('decision:disbursement-%s-returned-%d')",
                disbursement, no);
    }

    /** Numbers of returns are of one history. */
    void arrive(int no) {
        own("delete from bookkeeping.expected_back where source like '%%-returned-%d'", no);
    }

    boolean awaitAgain(UUID disbursement, int no) {
        boolean may =
                Await.value(spending.holdToAwait(disbursement, no).as(transaction::transactional));
        if (may) {
            expect(disbursement, no);
        }
        return may;
    }

    long free(Fund fund) {
        return Await.value(spending.free(fund)).yen();
    }

    MoveResult transfer(Fund from, Fund to, long yen, String day) {
        return Await.value(transferring(from, to, yen, day));
    }

    Mono<MoveResult> transferring(Fund from, Fund to, long yen, String day) {
        return spending.move(UUID.randomUUID(), from, to, yen(yen), LocalDate.parse(day), at(day));
    }

    long has(Fund fund) {
        return Await.value(spending.has(fund)).yen();
    }

    /** What an order or gift stands for in a fund. */
    long cover(Paid paid, Fund fund) {
        return Await.value(store.cover(paid.subject())).getOrDefault(fund, Money.ZERO).yen();
    }

    long loss(Paid paid) {
        return number(
                """
                select coalesce(sum(s.yen), 0) from bookkeeping.loss s
                    join bookkeeping.lot l on l.id = s.lot where l.payment = '%s'
                """,
                paid.payment());
    }

    /** What the fund of food has of a lot. */
    long unspent(Paid paid, LotKind kind) {
        return number(
                """
                select sum(p.unspent) from bookkeeping.piece p
                    join bookkeeping.lot l on l.id = p.lot where l.payment = '%s' and l.kind = '%s' and p.fund = '%s'
                """,
                paid.payment(), kind, food);
    }

    long number(String sql, Object... values) {
        return Await.value(
                database.sql("select cast((" + sql.formatted(values) + ") as bigint)")
                        .mapValue(Long.class)
                        .one());
    }

    /** An entry as lines of account, fund and yen. */
    List<String> entry(String source) {
        return Await.value(
                database.sql(
                                """
                                select p.account || coalesce('/' || p.fund, '') || ' ' || p.yen as line
                                from ledger.entry e join ledger.posting p on p.entry_id = e.id
                                where e.source = :source
                                """)
                        .bind("source", source)
                        .map(row -> Row.text(row, "line"))
                        .all()
                        .collectList());
    }

    void run(Mono<?> work) {
        Await.done(work.as(transaction::transactional));
    }

    private static String txn() {
        return "txn_" + UUID.randomUUID();
    }

    static Instant at(String day) {
        return Instant.parse(day + "T03:00:00Z");
    }
}
