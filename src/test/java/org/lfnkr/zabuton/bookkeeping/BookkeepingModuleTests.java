package org.lfnkr.zabuton.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lfnkr.zabuton.impact.Samples.takings;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.bookkeeping.AttributionResult.Refused;
import org.lfnkr.zabuton.bookkeeping.AttributionResult.Said;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.impact.Cause;
import org.lfnkr.zabuton.impact.Correction;
import org.lfnkr.zabuton.impact.FeeEstimate;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactState;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.Samples;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.impact.Uncosted;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.orders.Sale;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.payments.DisputeMoved;
import org.lfnkr.zabuton.payments.HeldMoneyMoved;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentSettled;
import org.lfnkr.zabuton.payments.RefundFailed;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundMoved;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;
import reactor.util.context.Context;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

@ModuleTest
class BookkeepingModuleTests {

    private static final Instant AT = Instant.parse("2026-11-22T03:00:00Z");
    private static final Takings TWO_CUSHIONS = takings(6_400, 0, 0, 580, 1_652, 0);

    @Autowired Impact impact;
    @Autowired Ledger ledger;
    @Autowired CoveredStatements statements;
    @Autowired BookkeepingStore store;
    @Autowired Bookkeeping bookkeeping;
    @Autowired Integrity integrity;
    @Autowired DatabaseClient database;
    @Autowired TestDatabase testDatabase;
    @Autowired TransactionalOperator transaction;

    private final UUID order = UUID.randomUUID();
    private final PaymentId payment = new PaymentId(UUID.randomUUID());
    private final String purpose = "order:" + order;

    private BookingHandlers handlers;

    @BeforeEach
    void sell() {
        handlers = handlers(TWO_CUSHIONS, yen(232));
        Await.done(impact.promise(order, Samples.RICE, yen(3_936)));
    }

    @AfterEach
    void agreeWithStripe() {
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    private BookingHandlers handlers(Takings takings, Money assumedFee, SoldLine... more) {
        return handlers(order, takings, assumedFee, more);
    }

    private BookingHandlers handlers(UUID of, Takings takings, Money assumedFee, SoldLine... more) {
        List<SoldLine> lines =
                Stream.concat(Stream.of(SaleSamples.line(3_200, 2, 10, 1_652)), Stream.of(more))
                        .toList();
        return handlersOf(of, takings, assumedFee, lines);
    }

    private BookingHandlers handlersOf(
            UUID of, Takings takings, Money assumedFee, List<SoldLine> lines) {
        return new BookingHandlers(
                new Booking(
                        new Earnings(
                                List.of(
                                        any ->
                                                Mono.just(
                                                        new Sale(
                                                                of,
                                                                "TEST",
                                                                takings,
                                                                lines,
                                                                assumedFee,
                                                                Samples.RICE.id()))),
                                any -> Mono.empty(),
                                FeeEstimate.ofListPrices()),
                        impact,
                        ledger,
                        statements,
                        store));
    }

    @Test
    void fundsImpactByTheLotsOfTheCharge() {
        settle(6_400, 232, "txn");

        assertThat(story().state()).isEqualTo(ImpactState.FUNDS);
        assertThat(story().money()).isEqualTo(yen(3_936));
        assertThat(story().units()).isEqualTo(21);
        assertThat(story().corrections()).isEmpty();
        assertThat(lots())
                .containsExactly(
                        new Lot(Part.line(0), LotKind.SALE_FEE, Fund.OPERATIONS, 232),
                        new Lot(Part.line(0), LotKind.TAX, null, 580),
                        new Lot(Part.line(0), LotKind.COSTS, Fund.OPERATIONS, 1_652),
                        new Lot(Part.line(0), LotKind.PROFIT, Fund.FOOD, 3_936));
    }

    @Test
    void keepsThePromiseWhenTheRealFeeIsHigher() {
        settle(6_400, 400, "txn");

        assertThat(story().money()).isEqualTo(yen(3_936));
        assertThat(story().corrections()).isEmpty();
        assertThat(lots()).contains(new Lot(Part.line(0), LotKind.SALE_FEE, Fund.OPERATIONS, 232));
    }

    /** What is kept of the sale for fee and costs, less the real fee. */
    @Test
    void letsOperationsBearTheFeeAboveTheAssumedOneByAnEntryOfItsOwn() {
        settle(6_400, 400, "txn");
        settle(6_400, 400, "txn");

        assertThat(postings("FEE_ABOVE_ASSUMED"))
                .containsExactlyInAnyOrder(
                        "PAYMENT_FEES OPERATIONS -168", "PAYMENT_LOSSES OPERATIONS 168");
        assertThat(operations()).isEqualTo(232 + 1_652 - 400);
    }

    @Test
    void booksNoEntryForAFeeThatWasReckonedWith() {
        settle(6_400, 232, "txn");

        assertThat(postings("FEE_ABOVE_ASSUMED")).isEmpty();
    }

    @Test
    void givesWhatACheaperPaymentLeavesToTheFund() {
        settle(6_400, 200, "txn");

        assertThat(story().money()).isEqualTo(yen(3_968));
    }

    /** A walnut piece of ¥4,800 beside the cushions; its costs are not known. */
    @Test
    void takesNothingFromOthersForGoodsOfUnknownCost() {
        Uncosted walnut = new Uncosted(yen(4_800), Money.ZERO, yen(436), Money.ZERO);
        handlers =
                handlers(
                        new Takings(
                                yen(11_200),
                                Money.ZERO,
                                Money.ZERO,
                                Money.ZERO,
                                yen(1_016),
                                yen(1_652),
                                Money.ZERO,
                                walnut),
                        yen(406),
                        SaleSamples.uncosted(4_800));
        settle(11_200, 406, "txn");

        assertThat(story().money()).isEqualTo(yen(6_400 - 580 - 1_652 - 232));
        assertThat(total(lots())).isEqualTo(11_200);
    }

    /** ¥500 and what covers its fee: 520 of 6,920 bear 20 of 275. */
    private void giveWithTheCushions() {
        handlers =
                handlers(
                        new Takings(
                                yen(6_400),
                                Money.ZERO,
                                yen(500),
                                yen(20),
                                yen(580),
                                yen(1_652),
                                Money.ZERO,
                                Uncosted.NONE),
                        yen(275));
    }

    @Test
    void letsTheCoverPayTheFeeOnTheGiftSoThatAllOfItArrives() {
        giveWithTheCushions();
        settle(6_920, 275, "txn");

        assertThat(lots())
                .containsExactly(
                        new Lot(Part.line(0), LotKind.SALE_FEE, Fund.OPERATIONS, 255),
                        new Lot(Part.line(0), LotKind.TAX, null, 580),
                        new Lot(Part.line(0), LotKind.COSTS, Fund.OPERATIONS, 1_652),
                        new Lot(Part.line(0), LotKind.PROFIT, Fund.FOOD, 3_913),
                        new Lot(Part.GIFT, LotKind.GIFT_FEE, Fund.OPERATIONS, 20),
                        new Lot(Part.GIFT, LotKind.GIFT, Fund.FOOD, 500));
        assertThat(story().money()).isEqualTo(yen(3_913 + 500));
    }

    /** As where only a gift is made. The profit is what it would be without one. */
    @Test
    void whatACheaperPaymentLeavesOfTheCoverIsTheGiftsFundsAndNoProfit() {
        giveWithTheCushions();
        settle(6_920, 249, "txn");

        assertThat(lots())
                .contains(
                        new Lot(Part.GIFT, LotKind.GIFT_FEE, Fund.OPERATIONS, 18),
                        new Lot(Part.GIFT, LotKind.GIFT, Fund.FOOD, 502),
                        new Lot(
                                Part.line(0),
                                LotKind.PROFIT,
                                Fund.FOOD,
                                6_400 - 580 - 1_652 - 231));
    }

    /** Nobody said what the refund is for: goods go first, the gift with its cover last. */
    @Test
    void takesTheGiftAndItsCoverBackLast() {
        giveWithTheCushions();
        settle(6_920, 275, "txn");
        refund(3_200, "cushion");

        assertThat(lots())
                .contains(
                        new Lot(Part.line(0), LotKind.TAX, null, 290),
                        new Lot(Part.GIFT, LotKind.GIFT_FEE, Fund.OPERATIONS, 20),
                        new Lot(Part.GIFT, LotKind.GIFT, Fund.FOOD, 500));

        refund(3_460, "more");

        assertThat(total(lots())).isEqualTo(260);
        assertThat(lots()).allMatch(lot -> lot.part().equals(Part.GIFT));

        refund(260, "rest");

        assertThat(lots()).isEmpty();
        assertThat(story().units()).isZero();
        assertThat(operations()).isEqualTo(-275);
    }

    @Test
    void booksALineOfStripesBalanceOnce() {
        settle(6_400, 232, "txn");
        settle(6_400, 232, "txn");
        refund(1_000, "refund");
        refund(1_000, "refund");

        assertThat(total(lots())).isEqualTo(5_400);
    }

    @Test
    void takesBackWhatIsRefunded() {
        settle(6_400, 232, "txn");
        refund(3_200, "refund");

        assertThat(story().money()).isEqualTo(yen(1_968));
        assertThat(story().corrections())
                .containsExactly(new Correction(AT, 21, 10, Cause.PAID_BACK));
    }

    @Test
    void fundsNothingOnceAllIsRefunded() {
        settle(6_400, 232, "txn");
        refund(3_200, "first");
        refund(3_200, "second");

        assertThat(story().units()).isZero();
        assertThat(lots()).isEmpty();
        assertThat(operations()).isEqualTo(-232);
    }

    /** It is the payer's, so nothing is promised of it anew. */
    @Test
    void holdsOnSuspenseWhatARefundDidNotBring() {
        settle(6_400, 232, "txn");
        RefundId refund = refundId();
        refund(refund, 3_200, "refund");
        List<Lot> left = lots();
        failRefund(refund, 3_200, "failure");

        assertThat(story().money()).isEqualTo(yen(1_968));
        assertThat(story().corrections())
                .containsExactly(new Correction(AT, 21, 10, Cause.PAID_BACK));
        assertThat(lots()).isEqualTo(left);
        assertThat(postings("REFUND_FAILED"))
                .containsExactlyInAnyOrder("STRIPE_BALANCE  3200", "SUSPENSE  -3200");
    }

    @Test
    void takesTheNextRefundFromWhatIsHeldAndThenFromTheLots() {
        settle(6_400, 232, "txn");
        RefundId refund = refundId();
        refund(refund, 3_200, "refund");
        failRefund(refund, 3_200, "failure");

        refund(4_000, "again");

        assertThat(total(lots())).isEqualTo(2_400);
        assertThat(suspense()).isZero();
    }

    /** What a dispute takes of it is held again once the bank gives it back. */
    @Test
    void letsADisputeTakeFromWhatIsHeldAndGiveItBack() {
        settle(6_400, 232, "txn");
        RefundId refund = refundId();
        refund(refund, 3_200, "refund");
        failRefund(refund, 3_200, "failure");

        dispute(-6_400, 0, "taken");
        assertThat(suspense()).isZero();
        assertThat(lots()).isEmpty();

        dispute(6_400, 0, "given");
        assertThat(suspense()).isEqualTo(3_200);
        assertThat(total(lots())).isEqualTo(3_200);
    }

    /** Stripe refused it, so no line of its balance tells of it. */
    @Test
    void setsAsideWhatNeverLeftUntilItIsSentAfterAll() {
        settle(6_400, 232, "txn");

        fail(refundId(), 3_200);

        assertThat(suspense()).isEqualTo(3_200);
        assertThat(total(lots())).isEqualTo(3_200);
        assertThat(story().units()).isEqualTo(10);

        refund(3_200, "again");

        assertThat(suspense()).isZero();
        assertThat(total(lots())).isEqualTo(3_200);
    }

    /** A handler of its own hears of the failure, before or after the lines of the balance. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void holdsAFailedRefundOnceWheneverItIsHeardOf(int heard) {
        settle(6_400, 232, "txn");
        RefundId refund = refundId();
        List<Runnable> steps =
                new ArrayList<>(
                        List.of(
                                () -> refund(refund, 3_200, "refund"),
                                () -> failRefund(refund, 3_200, "failure")));
        steps.add(heard, () -> fail(refund, 3_200));

        steps.forEach(Runnable::run);

        assertThat(suspense()).isEqualTo(3_200);
        assertThat(total(lots())).isEqualTo(3_200);
    }

    /** The bank has all of it already. */
    @Test
    void setsNoMoreAsideThanIsThere() {
        settle(6_400, 232, "txn");
        dispute(-6_000, 0, "taken");

        fail(refundId(), 3_200);

        assertThat(suspense()).isEqualTo(400);
        assertThat(lots()).isEmpty();
    }

    private void fail(RefundId refund, long yen) {
        run(
                handlers.bookFailures()
                        .handle(new RefundFailed(payment, purpose, refund, yen, false, AT)));
    }

    /** What of this payment is on suspense. */
    private long suspense() {
        return Await.value(
                database.sql(
                                """
                                select cast(-coalesce(sum(p.yen), 0) as bigint)
                                from bookkeeping.movement m
                                    join ledger.entry e using (source) join ledger.posting p on p.entry_id = e.id
                                where p.account = 'SUSPENSE' and m.payment = :payment
                                """)
                        .bind("payment", payment.value())
                        .mapValue(Long.class)
                        .one());
    }

    @Test
    void whatStripeKeepsForARefundIsBorneByOperations() {
        settle(6_400, 232, "txn");
        long before = operations();

        run(handlers.bookRefunds().handle(moved(-3_200, 150, "refund")));
        long fee = before - operations();
        run(handlers.bookRefunds().handle(moved(3_200, 0, "failure")));

        assertThat(before - operations()).isEqualTo(fee);
        assertThat(fee).isGreaterThanOrEqualTo(150);
        assertThat(suspense()).isEqualTo(3_200);
    }

    @Test
    void followsADisputeThereAndBack() {
        settle(6_400, 232, "txn");
        dispute(-6_400, 1_500, "withdrawn");

        assertThat(story().units()).isZero();
        assertThat(operations()).isEqualTo(-1_732);

        dispute(6_400, -1_500, "reinstated");

        assertThat(story().units()).isEqualTo(21);
        assertThat(operations()).isEqualTo(1_652);
    }

    @Test
    void followsADisputeOfTheWholeAfterARefundOfAPart() {
        settle(6_400, 232, "txn");
        refund(3_200, "refund");
        dispute(-6_400, 1_500, "withdrawn");
        dispute(6_400, 0, "reinstated");

        assertThat(total(lots())).isEqualTo(3_200);
        assertThat(story().money()).isEqualTo(yen(1_968));
    }

    @Test
    void waitsWithARefundUntilItsChargeIsBooked() {
        assertThatThrownBy(() -> refund(100, "refund")).hasMessageContaining("before its charge");

        settle(6_400, 232, "txn");
        refund(100, "refund");

        assertThat(total(lots())).isEqualTo(6_300);
    }

    @Test
    void keepsAChargeThatIsNotWhatTheOrderSaysOnSuspense() {
        settle(6_401, 232, "txn");
        settle(6_401, 232, "txn");

        assertThat(lots()).isEmpty();
        assertThat(onSuspense()).isEqualTo(6_401);
        assertThat(operations()).isEqualTo(-232);

        refund(401, "part");
        dispute(-6_000, 1_500, "rest");

        assertThat(onSuspense()).isZero();
        assertThat(operations()).isEqualTo(-1_732);
    }

    @Test
    void keepsAChargeOnSuspenseWhosePurposeNobodyKnows() {
        handlers =
                new BookingHandlers(
                        new Booking(
                                new Earnings(
                                        List.of(), any -> Mono.empty(), FeeEstimate.ofListPrices()),
                                impact,
                                ledger,
                                statements,
                                store));
        settle(6_400, 232, "txn");

        assertThat(onSuspense()).isEqualTo(6_400);
    }

    @Test
    void keepsWhatIsHeldOnSuspenseFromTheFirstMoment() {
        hold(6_400, 232, "txn");
        hold(6_400, 232, "txn");

        assertThat(postings("HELD"))
                .containsExactlyInAnyOrder(
                        "STRIPE_BALANCE  6168", "PAYMENT_FEES OPERATIONS 232", "SUSPENSE  -6400");
        assertThat(onSuspense()).isEqualTo(6_400);

        hold(-6_400, 0, "back");

        assertThat(onSuspense()).isZero();
    }

    private void hold(long yen, long fee, String line) {
        run(
                handlers.bookHeldMoney()
                        .handle(new HeldMoneyMoved(payment, purpose, yen, fee, unique(line), AT)));
    }

    private long onSuspense() {
        return Await.value(
                database.sql(
                                """
                                select cast(-coalesce(sum(p.yen), 0) as bigint)
                                from ledger.posting p join ledger.entry e on e.id = p.entry_id
                                where p.account = 'SUSPENSE' and e.source like :payment
                                """)
                        .bind("payment", "%" + payment + "%")
                        .mapValue(Long.class)
                        .one());
    }

    @Test
    void losesNoneOfManyRefundsAtOnce() {
        settle(6_400, 232, "txn");

        List<String> lines = List.of("a", "b", "c", "d", "e");
        Await.done(
                reactor.core.publisher.Flux.fromIterable(lines)
                        .flatMap(line -> transacted(refunding(100, line)))
                        .then());

        assertThat(total(lots())).isEqualTo(5_900);
    }

    @Test
    void endsAlikeHoweverARefundIsCut() {
        settle(6_400, 232, "txn");
        Random random = new Random(5);
        long gone = 0;
        for (int part = 0; part < 8; part++) {
            long yen = random.nextLong(1, 700);
            refund(yen, "part-" + part);
            gone += yen;
        }
        List<Lot> inParts = lots();

        PaymentBook book = Await.value(store.book(payment));

        assertThat(inParts).isEqualTo(rest(book.charged(), gone));
    }

    /**
     * A cushion of ¥3,300, a cross of ¥2,200 that earns ¥21, tea of ¥1,080 at eight percent, and a
     * gift of ¥1,000.
     */
    private void sellABasket() {
        handlers =
                handlersOf(
                        order,
                        takings(6_580, 0, 1_000, 580, 3_679, 0),
                        Money.ZERO,
                        List.of(
                                SaleSamples.line(3_300, 1_200),
                                SaleSamples.line(2_200, 1_979),
                                SaleSamples.line(1_080, 1, 8, 500)));
        settle(7_580, 0, "txn");
    }

    private static final Part CUSHION = Part.line(0);
    private static final Part CROSS = Part.line(1);
    private static final Part TEA = Part.line(2);

    private AttributionResult say(RefundId refund, Map<Part, Money> parts) {
        return Await.value(bookkeeping.attribute(payment, refund, parts, "desk"));
    }

    private void refund(RefundId refund, long yen, String line) {
        run(
                handlers.bookRefunds()
                        .handle(
                                new RefundMoved(
                                        payment, purpose, refund, -yen, 0, unique(line), AT)));
    }

    private long in(Part part, LotKind kind) {
        return lots().stream()
                .filter(lot -> lot.part().equals(part) && lot.kind() == kind)
                .mapToLong(Lot::yen)
                .sum();
    }

    @Test
    void takesGoodsAlikeUntilSomebodySaysThatItWasTheCross() {
        sellABasket();
        RefundId refund = refundId();
        refund(refund, 2_200, "refund");
        assertThat(in(CROSS, LotKind.TAX)).isPositive();
        assertThat(in(CUSHION, LotKind.TAX)).isLessThan(300);
        assertThat(total(lots())).isEqualTo(5_380);

        assertThat(say(refund, Map.of(CROSS, yen(2_200)))).isEqualTo(new Said(true));

        assertThat(lots())
                .containsExactly(
                        new Lot(CUSHION, LotKind.TAX, null, 300),
                        new Lot(CUSHION, LotKind.COSTS, Fund.OPERATIONS, 1_200),
                        new Lot(CUSHION, LotKind.PROFIT, Fund.FOOD, 1_800),
                        new Lot(TEA, LotKind.TAX, null, 80),
                        new Lot(TEA, LotKind.COSTS, Fund.OPERATIONS, 500),
                        new Lot(TEA, LotKind.PROFIT, Fund.FOOD, 500),
                        new Lot(Part.GIFT, LotKind.GIFT, Fund.FOOD, 1_000));
        assertThat(story().money()).isEqualTo(yen(3_300));
    }

    /** Put right on the day when it is said, by an entry that moves nothing at Stripe. */
    @Test
    void putsTheBooksRightByADatedEntry() {
        sellABasket();
        RefundId refund = refundId();
        refund(refund, 1_080, "refund");
        say(refund, Map.of(TEA, yen(1_080)));

        assertThat(in(TEA, LotKind.TAX)).isZero();
        assertThat(in(CUSHION, LotKind.TAX) + in(CROSS, LotKind.TAX)).isEqualTo(500);
        List<String> corrections = decisions();
        assertThat(corrections).singleElement().asString().startsWith("ATTRIBUTION ");
        assertThat(corrections).first().asString().endsWith(" 0");

        say(refund, Map.of(Part.GIFT, yen(1_000), CROSS, yen(80)));

        assertThat(in(TEA, LotKind.TAX)).isEqualTo(80);
        assertThat(in(Part.GIFT, LotKind.GIFT)).isZero();
        assertThat(decisions()).hasSize(2);
    }

    private List<String> decisions() {
        return Await.value(
                database.sql(
                                """
                                select e.kind || ' ' || e.occurred_on || ' ' || sum(p.yen)
                                from bookkeeping.movement m join ledger.entry e using (source)
                                    join ledger.posting p on p.entry_id = e.id
                                where m.payment = :payment and e.source like 'decision:%'
                                group by e.id
                                """)
                        .bind("payment", payment.value())
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }

    @Test
    void takesFromTheSaidPartAtOnceWhereItWasSaidBefore() {
        sellABasket();
        RefundId refund = refundId();

        assertThat(say(refund, Map.of(CROSS, yen(2_200)))).isEqualTo(new Said(false));
        refund(refund, 2_200, "refund");

        assertThat(in(CROSS, LotKind.TAX) + in(CROSS, LotKind.COSTS)).isZero();
        assertThat(in(CUSHION, LotKind.TAX)).isEqualTo(300);
        assertThat(decisions()).isEmpty();
    }

    @Test
    void booksNothingWhereTheBooksSayTheSameAlready() {
        settle(6_400, 232, "txn");
        RefundId refund = refundId();
        refund(refund, 3_200, "refund");

        assertThat(say(refund, Map.of(CUSHION, yen(3_200)))).isEqualTo(new Said(false));
        assertThat(decisions()).isEmpty();
    }

    @Test
    void refusesToTakeFromWhatIsNotThere() {
        sellABasket();
        RefundId refund = refundId();
        refund(refund, 2_300, "refund");

        assertThat(say(refund, Map.of(Part.SHIPPING, yen(1)))).isEqualTo(refused("UNKNOWN_PART"));
        assertThat(say(refund, Map.of(CROSS, Money.ZERO))).isEqualTo(refused("UNKNOWN_PART"));
        assertThat(say(refund, Map.of(CROSS, yen(2_201)))).isEqualTo(refused("MORE_THAN_THE_PART"));
        assertThat(say(refund, Map.of(CUSHION, yen(2_301))))
                .isEqualTo(refused("MORE_THAN_THE_REFUND"));
        assertThat(
                        Await.value(
                                bookkeeping.attribute(
                                        new PaymentId(UUID.randomUUID()),
                                        refund,
                                        Map.of(CROSS, yen(1)),
                                        "desk")))
                .isEqualTo(refused("UNKNOWN_PAYMENT"));

        say(refund, Map.of(CROSS, yen(2_200)));
        assertThat(say(refundId(), Map.of(CROSS, yen(100)))).isEqualTo(new Said(false));
        RefundId second = refundId();
        refund(second, 100, "second");
        assertThat(say(second, Map.of(CROSS, yen(100)))).isEqualTo(refused("MORE_THAN_THE_PART"));
    }

    private static Refused refused(String reason) {
        return new Refused(AttributionResult.Reason.valueOf(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update bookkeeping.movement set yen = 1",
                "delete from bookkeeping.movement",
                "update bookkeeping.lot_change set yen = 1",
                "delete from bookkeeping.lot_change",
                "truncate bookkeeping.lot_change",
                "insert into bookkeeping.movement select * from bookkeeping.movement",
                "insert into bookkeeping.lot (payment) values (gen_random_uuid())",
                "insert into bookkeeping.lot_change values ('decision:x', 1, 1)",
                "update bookkeeping.attribution set said_by = 'x'",
                "delete from bookkeeping.attribution_part"
            })
    void isOnlyEverAddedToByItsFunction(String change) {
        assertThatThrownBy(() -> run(database.sql(change).then()))
                .hasMessageContaining("permission denied");
    }

    @Test
    void refusesAStatementThatItsLotsDoNotCover() {
        settle(6_400, 232, "txn");

        assertThatThrownBy(
                        () ->
                                run(
                                        impact.fund(
                                                order,
                                                java.util.Map.of(Fund.FOOD, yen(3_937)),
                                                Cause.MONEY,
                                                AT)))
                .hasStackTraceContaining("claims more than its lots cover");
    }

    /** What the application asks for, with one thing changed; nothing of it is kept. */
    private void bookWith(String... ofAndInstead) throws SQLException {
        String call =
                """
                select bookkeeping.book('stripe', '%1$s', 'CHARGE', '2026-11-22',
                    '{STRIPE_BALANCE,PAYMENT_FEES,SALES,CONSUMPTION_TAX}', '{NULL,OPERATIONS,FOOD,NULL}',
                    '{6168,232,-5820,-580}', '%2$s', 0, '%3$s', 6400, 232, 0, 0, 1, null, now(),
                    '{LINE,LINE}', '{0,0}', '{PROFIT,TAX}', '{FOOD,NULL}', '{5820,580}')
                """
                        .formatted(unique("txn"), payment, order);
        for (int i = 0; i < ofAndInstead.length; i += 2) {
            assertThat(call).contains(ofAndInstead[i]);
            call = call.replace(ofAndInstead[i], ofAndInstead[i + 1]);
        }
        try (Connection connection = testDatabase.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local role zabuton_application");
            statement.execute(call);
            connection.rollback();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    '{6168,232,-5820,-580}' | '{6168,232,-5820,-581}' | out of balance by -1 yen
                    6400, 232               | 6401, 232               | not what moved
                    6400, 232               | 6400, 231               | not what moved
                    '{5820,580}'            | '{5819,581}'            | not what its lots say
                    '{FOOD,NULL}'           | '{MEDICAL,NULL}'        | not what its lots say
                    '{PROFIT,TAX}'          | '{GIFT,TAX}'            | not what its lots say
                    232, 0, 0, 1            | 232, 5, 0, 1            | charge_has_no_excess
                    232, 0, 0, 1            | 232, 0, 5, 1            | not what is held
                    , 0, '                  | , 1, '                  | charge_comes_first
                    'CHARGE'                | 'WISH'                  | charge_comes_first
                    """,
            quoteCharacter = '"')
    void refusesAFactThatDoesNotAddUp(String of, String instead, String because) {
        assertThatThrownBy(() -> bookWith(of, instead)).hasMessageContaining(because);
    }

    /** Back of what came: more of one lot than is in it, or of one that never was. */
    @ParameterizedTest
    @CsvSource({"0, leaves its bounds", "7, changes lots that"})
    void refusesToTakeFromALotWhatIsNotInIt(int line, String because) {
        settle(6_400, 232, "txn");

        assertThatThrownBy(() -> takeBackOneTooMuchOfTheTax(line)).hasMessageContaining(because);
    }

    private void takeBackOneTooMuchOfTheTax(int line) throws SQLException {
        bookWith(
                unique("txn"),
                unique("back"),
                "'CHARGE'",
                "'REFUND'",
                "{STRIPE_BALANCE,PAYMENT_FEES,SALES,CONSUMPTION_TAX}",
                "{STRIPE_BALANCE,CONSUMPTION_TAX}",
                "{NULL,OPERATIONS,FOOD,NULL}",
                "{NULL,NULL}",
                "{6168,232,-5820,-580}",
                "{-581,581}",
                ", 0, '",
                ", 1, '",
                "6400, 232, 0, 0, 1",
                "-581, 0, 0, 0, null",
                "'{LINE,LINE}', '{0,0}', '{PROFIT,TAX}', '{FOOD,NULL}', '{5820,580}'",
                "'{LINE}', '{%d}', '{TAX}', '{NULL}', '{-581}'".formatted(line));
    }

    @Test
    void refusesToTakeOffSuspenseWhatIsNotHeld() {
        settle(6_400, 232, "txn");

        assertThatThrownBy(
                        () ->
                                bookWith(
                                        unique("txn"),
                                        unique("back"),
                                        "'CHARGE'",
                                        "'REFUND'",
                                        "{STRIPE_BALANCE,PAYMENT_FEES,SALES,CONSUMPTION_TAX}",
                                        "{STRIPE_BALANCE,SUSPENSE}",
                                        "{NULL,OPERATIONS,FOOD,NULL}",
                                        "{NULL,NULL}",
                                        "{6168,232,-5820,-580}",
                                        "{-5,5}",
                                        ", 0, '",
                                        ", 1, '",
                                        "6400, 232, 0, 0, 1",
                                        "-5, 0, 0, -5, null",
                                        "'{LINE,LINE}', '{0,0}', '{PROFIT,TAX}', '{FOOD,NULL}', '{5820,580}'",
                                        "'{}', '{}', '{}', '{}', '{}'"))
                .hasMessageContaining("less than nothing is held");
    }

    @Test
    void booksAFactThatAddsUp() {
        assertThatCode(() -> bookWith("6400, 232", "6400, 232")).doesNotThrowAnyException();
    }

    /**
     * As the owner, past the function: the checks at the end of the transaction stand behind it.
     */
    @Test
    void standsASecondTimeBehindTheFunction() throws SQLException {
        settle(6_400, 232, "txn");

        try (Connection connection = testDatabase.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    """
                    with lot as (
                        insert into bookkeeping.lot (payment, subject, part, line, kind)
                        values ('%s', '%s', 'LINE', 1, 'TAX') returning id
                    )
                    insert into bookkeeping.lot_change select '%s', id, -1 from lot
                    """
                            .formatted(payment, order, "stripe:" + unique("txn")));
            assertThatThrownBy(connection::commit)
                    .hasMessageContaining("change by 6399 yen, not by 6400");
        }
    }

    /** One payment is booked from its first step to its last while another is in its middle. */
    @Test
    void letsNoPaymentWaitForAnother() {
        PaymentId other = new PaymentId(UUID.randomUUID());
        UUID otherOrder = UUID.randomUUID();
        Mono<Void> whole =
                handlers(otherOrder, TWO_CUSHIONS, yen(232))
                        .bookCharges()
                        .handle(settled(other, 6_400, 232, "other_" + other))
                        .as(transaction::transactional)
                        .timeout(Duration.ofSeconds(5));

        run(
                handlers.bookCharges()
                        .handle(settled(payment, 6_400, 232, unique("txn")))
                        .then(Mono.defer(() -> whole.contextWrite(none -> Context.empty()))));

        assertThat(Await.value(bookkeeping.lots(other))).isNotEmpty();
        assertThat(lots()).isNotEmpty();
    }

    private void settle(long yen, long fee, String line) {
        run(handlers.bookCharges().handle(settled(payment, yen, fee, unique(line))));
    }

    private PaymentSettled settled(PaymentId of, long yen, long fee, String line) {
        return new PaymentSettled(of, purpose, yen, fee, line, "card", AT);
    }

    private void refund(long yen, String line) {
        run(refunding(yen, line));
    }

    private Mono<Void> refunding(long yen, String line) {
        return handlers.bookRefunds().handle(moved(-yen, 0, line));
    }

    private RefundMoved moved(long yen, long fee, String line) {
        return new RefundMoved(payment, purpose, refundId(), yen, fee, unique(line), AT);
    }

    private void failRefund(RefundId refund, long yen, String line) {
        run(
                handlers.bookRefunds()
                        .handle(
                                new RefundMoved(
                                        payment, purpose, refund, yen, 0, unique(line), AT)));
    }

    private void dispute(long yen, long fee, String line) {
        run(
                handlers.bookDisputes()
                        .handle(
                                new DisputeMoved(
                                        payment, purpose, "du_1", yen, fee, unique(line), AT)));
    }

    private static RefundId refundId() {
        return new RefundId(UUID.randomUUID());
    }

    private String unique(String line) {
        return line + "_" + payment;
    }

    private void run(Mono<Void> work) {
        Await.done(transacted(work));
    }

    private Mono<Void> transacted(Mono<Void> work) {
        return work.as(transaction::transactional);
    }

    private ImpactStory story() {
        return Await.value(impact.story(order));
    }

    private List<Lot> lots() {
        return Await.value(bookkeeping.lots(payment));
    }

    private static long total(List<Lot> lots) {
        return lots.stream().mapToLong(Lot::yen).sum();
    }

    private static List<Lot> rest(Lots charged, long gone) {
        List<Lot> changes = charged.change(Gone.unsaid(0), Gone.unsaid(gone));
        return charged.all().stream()
                .map(lot -> lot.with(lot.yen() + changeOf(lot, changes)))
                .filter(lot -> lot.yen() > 0)
                .toList();
    }

    private static long changeOf(Lot lot, List<Lot> changes) {
        return changes.stream()
                .filter(
                        c ->
                                c.part().equals(lot.part())
                                        && c.kind() == lot.kind()
                                        && Objects.equals(c.fund(), lot.fund()))
                .mapToLong(Lot::yen)
                .sum();
    }

    private List<String> postings(String kind) {
        return Await.value(
                database.sql(
                                """
                                select p.account || ' ' || coalesce(p.fund, '') || ' ' || p.yen
                                from ledger.posting p join ledger.entry e on e.id = p.entry_id
                                where e.kind = :kind and e.source like :payment
                                """)
                        .bind("kind", kind)
                        .bind("payment", "%" + payment + "%")
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }

    /** What this payment has left in the fund that bears fees and costs. */
    private long operations() {
        return Await.value(
                database.sql(
                                """
                                select cast(-coalesce(sum(p.yen), 0) as bigint)
                                from ledger.posting p join ledger.entry e on e.id = p.entry_id
                                where p.fund = 'OPERATIONS' and e.source like :payment
                                """)
                        .bind("payment", "%" + payment + "%")
                        .mapValue(Long.class)
                        .one());
    }
}
