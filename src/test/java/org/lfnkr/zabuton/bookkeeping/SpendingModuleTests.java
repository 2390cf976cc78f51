package org.lfnkr.zabuton.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.lfnkr.zabuton.kernel.Money.yen;

import static java.lang.Long.parseLong;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.bookkeeping.SpendingBooks.Paid;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.bookkeeping.spending.BringBackResult.BroughtBack;
import org.lfnkr.zabuton.bookkeeping.spending.BringBackResult.TooMuch;
import org.lfnkr.zabuton.bookkeeping.spending.Consumption;
import org.lfnkr.zabuton.bookkeeping.spending.MoveResult;
import org.lfnkr.zabuton.bookkeeping.spending.Preview;
import org.lfnkr.zabuton.bookkeeping.spending.Ripe;
import org.lfnkr.zabuton.bookkeeping.spending.SpendResult.Spent;
import org.lfnkr.zabuton.bookkeeping.spending.SpendResult.TooLittle;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.bookkeeping.spending.TakenLot;
import org.lfnkr.zabuton.impact.Cause;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.OutcomePrice;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A gift of ¥3,000 and an order of ¥7,600 buy ten kilograms of rice for ¥4,000. */
@ModuleTest
class SpendingModuleTests {

    private static final String MAY = "2026-05-01";
    private static final String LATER = "2026-05-10";
    private static final String LAST = "2026-05-20";

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired Spending spending;
    @Autowired Integrity integrity;
    @Autowired Bookkeeping bookkeeping;
    @Autowired CoveredStatements statements;
    @Autowired Impact impact;

    private final UUID rice = UUID.randomUUID();

    private SpendingBooks books;
    private Paid gift;
    private Paid order;

    @BeforeEach
    void sell() {
        books = beans.createBean(SpendingBooks.class);
        books.open();
        gift = books.gift("2026-04-02");
        order = books.order("2026-04-10");
    }

    @AfterEach
    void agree() {
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    private void buyRice() {
        assertThat(books.spend(rice, books.food, 4_000, MAY)).isInstanceOf(Spent.class);
    }

    @Test
    void whatCameIsInTheFunds() {
        assertThat(books.has(books.food)).isEqualTo(5_106);
        assertThat(books.has(books.foster)).isEqualTo(522);
    }

    @Test
    void thePreviewShowsTheOldestLotsAndWhatIsLeft() {
        Preview preview =
                Await.value(spending.preview(books.food, yen(4_000), LocalDate.parse(MAY)));

        assertThat(preview.isEnough()).isTrue();
        assertThat(preview.after()).isEqualTo(yen(1_106));
        assertThat(preview.lots())
                .extracting(TakenLot::subject, TakenLot::kind, TakenLot::unspent, TakenLot::taken)
                .containsExactly(
                        tuple(gift.subject(), LotKind.GIFT, yen(2_458), yen(2_458)),
                        tuple(order.subject(), LotKind.PROFIT, yen(1_829), yen(1_542)));
        assertThat(preview.lots())
                .extracting(TakenLot::day)
                .containsExactly(LocalDate.of(2026, 4, 2), LocalDate.of(2026, 4, 10));
        assertThat(books.has(books.food)).isEqualTo(5_106);
    }

    @Test
    void spendingTakesWhatThePreviewShowed() {
        buyRice();

        assertThat(books.has(books.food)).isEqualTo(1_106);
        assertThat(books.unspent(order, LotKind.PROFIT)).isEqualTo(287);
        assertThat(books.entry("decision:disbursement-" + rice))
                .containsExactly("PROGRAMME/" + books.food + " 4000", "PAYABLE -4000");
        assertThat(Await.value(spending.of(rice).collectList()))
                .extracting(Consumption::subject, Consumption::yen)
                .containsExactly(
                        tuple(gift.subject(), yen(2_458)), tuple(order.subject(), yen(1_542)));
    }

    @Test
    void theSameDisbursementSpendsOnce() {
        buyRice();
        buyRice();

        assertThat(books.has(books.food)).isEqualTo(1_106);
    }

    @Test
    void aFundNeverSpendsMoreThanItHas() {
        assertThat(books.spend(rice, books.food, 5_107, MAY)).isEqualTo(new TooLittle(yen(5_106)));
        assertThat(books.has(books.food)).isEqualTo(5_106);
        assertThat(Await.value(spending.preview(books.food, yen(5_107), LocalDate.parse(MAY))))
                .matches(preview -> !preview.isEnough())
                .matches(preview -> preview.available().equals(yen(5_106)));
    }

    /** What came back to Operations is none of what the fund keeps; nor does a refund free it. */
    @Test
    void whatIsExpectedBackIsNeitherSpentNorMoved() {
        buyRice();
        books.refund(order, 3_300, LATER);
        books.expect(rice, 1);
        books.bringBack(rice, 1, 1_000, LATER);

        assertThat(books.has(books.food)).isEqualTo(819 + 1_000 - 628);
        assertThat(books.free(books.food)).isEqualTo(819);
        assertThat(books.spend(UUID.randomUUID(), books.food, 820, LAST))
                .isEqualTo(new TooLittle(yen(819)));
        assertThat(books.transfer(books.food, books.clothing, 820, LAST))
                .isEqualTo(new MoveResult.TooLittle(yen(819)));

        books.arrive(1);
        assertThat(books.free(books.food)).isEqualTo(819 + 1_000 - 628);
        assertThat(books.transfer(books.food, books.clothing, 820, LAST))
                .isEqualTo(new MoveResult.Moved());
    }

    /** What is kept for one return is not there for another. */
    @Test
    void aReturnIsNotAwaitedAgainWithWhatIsKeptForAnother() {
        buyRice();
        for (int no = 1; no <= 2; no++) {
            books.expect(rice, no);
            books.bringBack(rice, no, 500, LATER);
        }
        books.arrive(1);
        assertThat(books.spend(UUID.randomUUID(), books.food, 1_606, LAST))
                .isInstanceOf(Spent.class);
        assertThat(books.has(books.food)).isEqualTo(500);

        assertThat(books.awaitAgain(rice, 1)).isFalse();

        books.arrive(2);
        assertThat(books.awaitAgain(rice, 1)).isTrue();
        assertThat(books.free(books.food)).isZero();
        books.arrive(1);
    }

    @Test
    void operationsMayBeOverdrawnAndSpendWithoutLots() {
        long before = books.has(Fund.OPERATIONS);

        assertThat(books.spend(rice, Fund.OPERATIONS, 90_000_000, MAY))
                .isEqualTo(new Spent(List.of()));
        assertThat(books.has(Fund.OPERATIONS)).isEqualTo(before - 90_000_000);
        assertThat(books.bringBack(rice, 1, 90_000_001, LATER))
                .isEqualTo(new TooMuch(yen(90_000_000)));
        assertThat(books.bringBack(rice, 1, 90_000_000, LATER))
                .isEqualTo(new BroughtBack(yen(0), yen(0)));
        assertThat(books.has(Fund.OPERATIONS)).isEqualTo(before);
    }

    @Test
    void operationsBearWhatWasSpentOfARefund() {
        buyRice();

        String refund = books.refund(order, 3_300, LATER);

        assertThat(books.entry(refund))
                .containsExactlyInAnyOrder(
                        "STRIPE_BALANCE -3300",
                        "CONSUMPTION_TAX 300",
                        "SALES/" + books.food + " 287",
                        "SALES/OPERATIONS 2452",
                        "SALES/" + books.foster + " 261");
        assertThat(books.has(books.food)).isEqualTo(819);
        assertThat(books.loss(order)).isEqualTo(628);
        assertThat(books.cover(order, books.food)).isEqualTo(914 + 819);
        assertThat(
                        Consumption.bought(
                                Await.value(spending.ofSubject(order.subject()).collectList())))
                .isEqualTo(yen(914));
    }

    /** In one step, in two, and in many of odd sums. */
    @ParameterizedTest
    @ValueSource(strings = {"6600", "3300,3300", "1,77,1234,2000,3288"})
    void refundsEndAsTheOneOfTheirSum(String steps) {
        buyRice();
        for (String yen : steps.split(",")) {
            books.refund(order, Long.parseLong(yen), LAST);
        }

        assertThat(books.has(books.food)).isEqualTo(819);
        assertThat(books.loss(order)).isEqualTo(1_542);
        assertThat(books.cover(order, books.food)).isEqualTo(819);
    }

    @Test
    void moneyThatIsThereAgainMakesUpForTheLossFirst() {
        buyRice();
        books.refund(order, 3_300, LATER);
        books.dispute(order, -3_300, LAST);
        assertThat(books.loss(order)).isEqualTo(1_542);
        long operations = books.has(Fund.OPERATIONS);

        String won = books.dispute(order, 3_300, "2026-05-25");

        assertThat(books.loss(order)).isEqualTo(628);
        assertThat(books.has(books.food)).isEqualTo(819);
        assertThat(books.entry(won)).noneMatch(line -> line.contains(books.food.code()));
        assertThat(books.has(Fund.OPERATIONS) - operations).isEqualTo(3_300 - 300 - 261);
    }

    /** It is their payer's still, so nothing that was lost is made up for. */
    @Test
    void moneyOfARefundThatFailedIsNobodysToSpend() {
        buyRice();
        RefundId failing = RefundId.random();
        books.refund(order, failing, -3_300, LATER);
        String failed = books.refund(order, failing, 3_300, LAST);

        assertThat(books.entry(failed))
                .containsExactlyInAnyOrder("STRIPE_BALANCE 3300", "SUSPENSE -3300");
        assertThat(books.loss(order)).isEqualTo(628);
        assertThat(books.has(books.food)).isEqualTo(819);
    }

    @Test
    void aPurchaseThatComesBackMakesUpForALossFirst() {
        buyRice();
        books.refund(order, 3_300, LATER);

        assertThat(books.bringBack(rice, 1, 500, LAST))
                .isEqualTo(new BroughtBack(yen(500), yen(3_500)));

        assertThat(books.loss(order)).isEqualTo(128);
        assertThat(books.has(books.food)).isEqualTo(819);
        assertThat(books.entry("decision:disbursement-" + rice + "-returned-1"))
                .containsExactly(
                        "PAYABLE 500",
                        "PROGRAMME/" + books.food + " -500",
                        "SALES/" + books.food + " 500",
                        "SALES/OPERATIONS -500");
    }

    @Test
    void aPurchaseThatComesBackIsTheFundsWhereNothingWasLost() {
        buyRice();

        assertThat(books.bringBack(rice, 1, 500, LAST))
                .isEqualTo(new BroughtBack(yen(0), yen(3_500)));
        assertThat(books.bringBack(rice, 1, 500, LAST))
                .isEqualTo(new BroughtBack(yen(0), yen(3_500)));

        assertThat(books.unspent(order, LotKind.PROFIT)).isEqualTo(787);
        assertThat(books.has(books.food)).isEqualTo(1_606);
        assertThat(books.bringBack(rice, 2, 3_501, LAST)).isEqualTo(new TooMuch(yen(3_500)));
        assertThat(books.bringBack(rice, 2, 3_500, LAST))
                .isEqualTo(new BroughtBack(yen(0), yen(0)));
        assertThat(books.has(books.food)).isEqualTo(5_106);
        assertThat(Await.value(spending.of(rice).collectList())).isEmpty();
    }

    /** What differs is only which money was spent: 191 − 914 is 819 − 1,542. */
    @Test
    void aRefundBeforeThePurchaseLeavesAsMuchInAll() {
        books.refund(order, 3_300, "2026-04-20");
        assertThat(books.has(books.food)).isEqualTo(4_191);

        buyRice();
        assertThat(Await.value(spending.of(rice).collectList()))
                .extracting(Consumption::yen)
                .containsExactly(yen(2_458), yen(914), yen(628));
        assertThat(books.has(books.food)).isEqualTo(191);

        books.refund(order, 3_300, LAST);
        assertThat(books.has(books.food)).isEqualTo(191);
        assertThat(books.loss(order)).isEqualTo(914);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void refundsAndReturnsEndAlikeInWhateverOrder(int seed) {
        buyRice();
        List<Runnable> events =
                new ArrayList<>(
                        List.of(
                                () -> books.refund(order, 3_300, LATER),
                                () -> books.refund(order, 3_300, LATER),
                                () -> books.refund(gift, 1_000, LATER),
                                () -> books.bringBack(rice, 1, 500, LATER),
                                () -> books.bringBack(rice, 2, 1_100, LATER)));
        Collections.shuffle(events, new Random(seed));
        events.forEach(Runnable::run);

        assertThat(books.loss(order)).isZero();
        assertThat(books.has(books.food)).isEqualTo(819);
        assertThat(books.loss(gift)).isEqualTo(819 - 58);
    }

    /** A rule that forgot where money came from would charge Operations while it lies unspent. */
    @Test
    void aRefundFindsItsMoneyInTheFundThatItWasMovedTo() {
        books.spend(UUID.randomUUID(), books.food, 2_458, "2026-04-03");
        assertThat(books.transfer(books.food, books.clothing, 800, MAY))
                .isEqualTo(new MoveResult.Moved());
        assertThat(books.has(books.clothing)).isEqualTo(800);
        books.spend(rice, books.food, 500, MAY);
        books.spend(UUID.randomUUID(), books.clothing, 300, MAY);

        books.refund(order, 3_300, LATER);

        assertThat(books.has(books.clothing)).isEqualTo(114);
        assertThat(books.has(books.food)).isEqualTo(819);
        assertThat(books.loss(order)).isZero();
        assertThat(books.cover(order, books.food)).isEqualTo(500 + 819);
    }

    @Test
    void noTransferTakesMoreThanThereIsOrFromOperations() {
        assertThat(books.transfer(books.food, books.clothing, 5_107, MAY))
                .isEqualTo(new MoveResult.TooLittle(yen(5_106)));
        assertThat(books.transfer(Fund.OPERATIONS, books.food, 1, MAY))
                .isEqualTo(new MoveResult.NotMovable());
        assertThat(books.transfer(books.food, books.food, 1, MAY))
                .isEqualTo(new MoveResult.NotMovable());
        assertThat(books.has(books.food)).isEqualTo(5_106);
    }

    @Test
    void lossesAreToldByTheDaysOnWhichTheyWereBooked() {
        LocalDate day = LocalDate.of(2026, 5, 10);
        long before = Await.value(spending.loss(day, day)).yen();
        buyRice();
        books.refund(order, 3_300, LATER);
        books.refund(order, 3_300, LAST);

        assertThat(Await.value(spending.loss(day, day)).yen() - before).isEqualTo(628);
    }

    /** By the means of payment; these came over Stripe and nobody knows by what. */
    @Test
    void moneyThatIsTooYoungIsNotSpent() {
        books.own("insert into bookkeeping.ripening values ('stripe', 25)");
        try {
            assertThat(books.spend(rice, books.food, 4_000, MAY))
                    .isEqualTo(new TooLittle(yen(2_458)));
            assertThat(books.spend(rice, books.food, 4_000, "2026-05-05"))
                    .isInstanceOf(Spent.class);
        } finally {
            books.own("delete from bookkeeping.ripening");
        }
    }

    /** Versions from a day on: the later first day that has come counts, and none ends the wait. */
    @Test
    void waitsAsTheVersionOfTheDaySays() {
        ripens(30, "2026-04-01");
        ripens(0, "2026-05-05");
        try {
            assertThat(books.spend(rice, books.food, 4_000, "2026-05-04"))
                    .isInstanceOf(TooLittle.class);
            assertThat(books.spend(rice, books.food, 4_000, "2026-05-05"))
                    .isInstanceOf(Spent.class);
        } finally {
            books.own("delete from bookkeeping.ripening_version");
        }
    }

    /**
     * From 27 April there are ¥2,458, from 5 May ¥5,106, whatever is wanted; what is expected back
     * is not among it.
     */
    @Test
    void saysFromWhenMoneyThatIsTooYoungIsSpent() {
        books.own("insert into bookkeeping.ripening values ('stripe', 25)");
        try {
            assertThat(ripe(2_000, "2026-04-20")).isEqualTo(ripeOn("2026-04-27", 2_458));
            assertThat(ripe(2_459, "2026-04-20")).isEqualTo(ripeOn("2026-05-05", 5_106));
            assertThat(ripe(9_000, MAY)).isEqualTo(ripeOn("2026-05-05", 5_106));
            assertThat(ripe(9_000, "2026-05-05")).isNull();
            assertThat(books.spend(rice, books.food, 2_459, "2026-05-04"))
                    .isEqualTo(new TooLittle(yen(2_458)));
            assertThat(books.spend(rice, books.food, 2_459, "2026-05-05"))
                    .isInstanceOf(Spent.class);

            books.expect(rice, 1);
            books.bringBack(rice, 1, 1_000, "2026-05-05");
            assertThat(ripe(9_000, MAY)).isEqualTo(ripeOn("2026-05-05", 2_647));
        } finally {
            books.own("delete from bookkeeping.ripening");
        }
    }

    /** A wait that ends early, by a version whose first day is still to come. */
    @Test
    void saysFromWhenAVersionToComeLetsMoneyBeSpent() {
        ripens(60, "2026-04-01");
        ripens(0, "2026-05-20");
        try {
            assertThat(ripe(4_000, MAY)).isEqualTo(ripeOn("2026-05-20", 5_106));
        } finally {
            books.own("delete from bookkeeping.ripening_version");
        }
    }

    @Test
    void onlyWhatIsTooYoungIsWorthWaitingFor() {
        assertThat(ripe(9_000, MAY)).isNull();
        books.spend(rice, books.food, 5_106, MAY);
        assertThat(ripe(1, MAY)).isNull();
    }

    private @Nullable Ripe ripe(long yen, String on) {
        return Await.value(spending.preview(books.food, yen(yen), LocalDate.parse(on))).ripe();
    }

    private static Ripe ripeOn(String day, long yen) {
        return new Ripe(LocalDate.parse(day), yen(yen));
    }

    private void ripens(int days, String from) {
        books.own(
                "insert into bookkeeping.ripening_version values (gen_random_uuid(), 'stripe', "
                        + days
                        + ", '"
                        + from
                        + "', 'r', 'r', '2026-01-01')");
    }

    @Test
    void whatASubjectHasBoughtIsNeverMoreThanIsLeftOfItsPayment() {
        buyRice();
        books.refund(order, 3_300, LATER);

        assertThat(Consumption.boughtBySubject(Await.value(spending.of(rice).collectList())))
                .isEqualTo(Map.of(gift.subject(), yen(2_458), order.subject(), yen(914)));
    }

    @Test
    void theOutlookForetellsWhatIsBooked() {
        buyRice();

        RefundForecast forecast =
                Await.value(bookkeeping.outlook(order.payment(), List.of()))
                        .refund(RefundId.random(), Map.of(Part.line(0), yen(3_300)));

        assertThat(forecast.funds())
                .isEqualTo(
                        Map.of(
                                books.food,
                                yen(287),
                                books.foster,
                                yen(261),
                                Fund.OPERATIONS,
                                yen(2_452)));
        assertThat(forecast.spent()).isEqualTo(yen(628));
        assertThat(forecast.cover(books.food)).isEqualTo(yen(1_733));
    }

    /** At ¥400 a kilogram; what is bought of it stays bought. */
    @Test
    void aStatementStandsForWhatWasSpentAndFallsWithWhatGoesBack() {
        promise(order);
        buyRice();
        assertThat(story(order).units()).isEqualTo(6);

        books.refund(order, 3_300, LATER);

        assertThat(story(order).money()).isEqualTo(yen(1_733));
        assertThat(story(order).units()).isEqualTo(4);
        assertThat(story(order).corrections()).hasSize(1);
    }

    @Test
    void aStatementFallsWithMoneyThatIsMoved() {
        promise(order);

        books.transfer(books.food, books.clothing, 3_000, MAY);

        assertThat(story(order).money()).isEqualTo(yen(5_106 - 3_000));
        assertThat(story(order).units()).isEqualTo(5);
        assertThat(story(order).corrections().getLast().cause()).isEqualTo(Cause.TRANSFERRED);
    }

    @Test
    void aStatementThatFallsSaysWhetherItsMoneyWentBack() {
        promise(order);

        books.refund(order, 3_300, MAY);
        assertThat(story(order).corrections().getLast().cause()).isEqualTo(Cause.PAID_BACK);
    }

    private void promise(Paid paid) {
        OutcomePrice rice = books.rice();
        books.run(impact.promise(paid.subject(), rice, yen(2_648)));
        books.run(statements.follow(paid.subject(), Cause.MONEY, SpendingBooks.at("2026-04-10")));
        assertThat(story(paid).money()).isEqualTo(yen(2_648));
    }

    private ImpactStory story(Paid paid) {
        return Await.value(impact.story(paid.subject()));
    }

    @Test
    void whoFollowsPurchasesIsToldWhenMoneyBehindThemMoves() {
        books.refund(order, 100, "2026-04-11");
        assertThat(told(order)).isZero();
        buyRice();
        assertThat(told(order)).isZero();

        books.refund(order, 3_200, LATER);
        assertThat(told(order)).isEqualTo(1);
        books.bringBack(rice, 1, 100, LAST);
        assertThat(told(order)).isEqualTo(2);
        books.bringBack(rice, 1, 100, LAST);
        assertThat(told(gift)).isZero();
    }

    private long told(Paid paid) {
        return books.number(
                """
                select count(*) from outbox.event
                where type = 'bookkeeping.spending-changed.1' and stream in ('spending:%s', 'spending:%s')
                  and body::text like '%%%s%%'
                """,
                paid.payment(), rice, paid.subject());
    }

    /** Years of books: what was spent in them is not read again. */
    @Test
    void findingTheOldestMoneyReadsNoneThatIsSpent() {
        books.own(
                """
                with lot as (
                    insert into bookkeeping.lot (payment, subject, part, line, kind, fund)
                    select gen_random_uuid(), gen_random_uuid(), 'GIFT', 0, 'GIFT', '%s'
                    from generate_series(1, 5000) returning id)
                insert into bookkeeping.piece (lot, no, fund, came, unspent, came_on, means)
                select id, 0, '%s', 0, 0, date '2026-04-01', 'card' from lot
                """,
                books.food, books.food);
        books.gift("2026-04-20");
        long pagesOfAllPieces =
                parseLong(books.text("select pg_relation_size('bookkeeping.piece') / 8192"));

        assertThat(pagesRead("select * from bookkeeping.oldest('%s', 6000, '2026-05-01')"))
                .isLessThan(pagesOfAllPieces / 2);
    }

    /** As PostgreSQL counts them; the first time it also reads what it knows of tables. */
    private long pagesRead(String sql) {
        return IntStream.range(0, 3).mapToLong(time -> pagesReadOnce(sql)).min().orElseThrow();
    }

    private long pagesReadOnce(String sql) {
        String plan =
                books.text("explain (analyze, buffers, format json) " + sql.formatted(books.food));
        return Stream.of("Shared Hit Blocks", "Shared Read Blocks")
                .map(kind -> Pattern.compile(kind + "\\D+(\\d+)").matcher(plan))
                .filter(Matcher::find)
                .mapToLong(found -> parseLong(found.group(1)))
                .sum();
    }
}
