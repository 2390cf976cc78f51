package org.lfnkr.zabuton.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.bookkeeping.Pieces.Piece;
import org.lfnkr.zabuton.ledger.Fund;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A gift and an order whose money buys ten kilograms of rice, of which then some goes back, in
 * whatever order.
 */
class PiecesTests {

    private static final Fund CLOTHING = new Fund("CLOTHING");
    private static final List<Fund> PURPOSES = List.of(Fund.FOOD, Fund.FOSTER_CHILDREN, CLOTHING);
    private static final int RICE = 1;

    private final SpendingModel books = new SpendingModel();
    private final int gift = books.come(Fund.FOOD, 2_458);
    private final int profit = books.come(Fund.FOOD, 1_829);
    private final int orderGift = books.come(Fund.FOOD, 819);

    @Test
    void theOldestLotsAreSpentFirst() {
        assertThat(books.spend(RICE, Fund.FOOD, 4_000)).isTrue();

        assertThat(books.consumed(gift)).isEqualTo(2_458);
        assertThat(books.consumed(profit)).isEqualTo(1_542);
        assertThat(books.left(profit)).isEqualTo(287);
        assertThat(books.journal(Fund.FOOD)).isEqualTo(1_106);
    }

    @Test
    void operationsBearWhatWasSpentOfMoneyThatGoesBack() {
        books.spend(RICE, Fund.FOOD, 4_000);

        books.go(profit, 915);
        assertThat(books.loss()).isEqualTo(628);
        assertThat(books.journal(Fund.FOOD)).isEqualTo(819);
        assertThat(books.cover(profit, Fund.FOOD)).isEqualTo(914);

        books.go(profit, 914);
        assertThat(books.loss()).isEqualTo(1_542);
        assertThat(books.journal(Fund.FOOD)).isEqualTo(819);

        books.go(profit, -914);
        assertThat(books.loss()).isEqualTo(628);
        assertThat(books.journal(Fund.FOOD)).isEqualTo(819);
    }

    @Test
    void twoRefundsEndAsTheOneOfTheirSum() {
        books.spend(RICE, Fund.FOOD, 4_000);
        SpendingModel other = books.copy();
        books.go(profit, 915);
        books.go(profit, 914);
        other.go(profit, 1_829);

        assertThat(books.standing()).isEqualTo(other.standing());
    }

    @Test
    void whatComesBackMakesUpForALossFirst() {
        books.spend(RICE, Fund.FOOD, 4_000);
        books.go(profit, 915);

        books.bringBack(RICE, 500);

        assertThat(books.loss()).isEqualTo(128);
        assertThat(books.journal(Fund.FOOD)).isEqualTo(819);
    }

    @Test
    void whatComesBackIsTheFundsWhereNothingWasLost() {
        books.spend(RICE, Fund.FOOD, 4_000);

        books.bringBack(RICE, 500);

        assertThat(books.left(profit)).isEqualTo(787);
        assertThat(books.journal(Fund.FOOD)).isEqualTo(1_606);
    }

    /** What differs is only which money was spent. */
    @Test
    void aRefundBeforeThePurchaseLeavesAsMuchInAll() {
        books.go(profit, 915);
        assertThat(books.journal(Fund.FOOD)).isEqualTo(4_191);

        books.spend(RICE, Fund.FOOD, 4_000);
        assertThat(books.consumed(profit)).isEqualTo(914);
        assertThat(books.consumed(orderGift)).isEqualTo(628);

        books.go(profit, 914);
        assertThat(books.journal(Fund.FOOD)).isEqualTo(191);
        assertThat(books.loss()).isEqualTo(914);
    }

    /** A rule that forgot where money came from would charge Operations while it lies unspent. */
    @Test
    void aRefundFindsItsMoneyInTheFundThatItWasMovedTo() {
        SpendingModel moved = new SpendingModel();
        int lot = moved.come(Fund.FOOD, 1_829);
        moved.move(Fund.FOOD, CLOTHING, 800);
        moved.spend(RICE, Fund.FOOD, 500);
        moved.spend(2, CLOTHING, 300);

        moved.go(lot, 915);

        assertThat(moved.journal(Fund.FOOD)).isZero();
        assertThat(moved.journal(CLOTHING)).isEqualTo(114);
        assertThat(moved.loss()).isZero();
        assertThat(moved.cover(lot, Fund.FOOD)).isEqualTo(500);
        assertThat(moved.violations(PURPOSES)).isEmpty();
    }

    /** It lies behind what is still missing, so it must not be put in front of it. */
    @Test
    void whatIsMovedHomeAgainIsThere() {
        SpendingModel moved = new SpendingModel();
        int lot = moved.come(Fund.FOOD, 1_000);
        moved.move(Fund.FOOD, CLOTHING, 800);
        moved.go(lot, 500);
        assertThat(moved.journal(CLOTHING)).isEqualTo(500);

        moved.move(CLOTHING, Fund.FOOD, 300);

        assertThat(moved.journal(Fund.FOOD)).isEqualTo(300);
        assertThat(moved.journal(CLOTHING)).isEqualTo(200);
        assertThat(moved.violations(PURPOSES)).isEmpty();
    }

    @Test
    void refundsAndReturnsEndAlikeInWhateverOrder() {
        assertThat(IntStream.range(0, 50).mapToObj(order -> new PiecesTests().after(order)))
                .containsOnly(after(0));
    }

    private String after(int order) {
        books.spend(RICE, Fund.FOOD, 4_000);
        List<Runnable> events =
                new ArrayList<>(
                        List.of(
                                () -> books.go(profit, 915),
                                () -> books.go(profit, 914),
                                () -> books.go(orderGift, 100),
                                () -> books.bringBack(RICE, 500),
                                () -> books.bringBack(RICE, 1_100)));
        Collections.shuffle(events, new Random(order));
        events.forEach(Runnable::run);
        return books.standing();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void nothingIsGainedOrLostInAnyHistory(int thousand) {
        IntStream.range(thousand * 1_000, (thousand + 1) * 1_000)
                .mapToObj(Random::new)
                .forEach(PiecesTests::live);
    }

    private static void live(Random random) {
        SpendingModel books = new SpendingModel();
        List<Long> came = new ArrayList<>();
        List<Long> gone = new ArrayList<>();
        for (int step = 0; step < 30; step++) {
            step(books, came, gone, step, random);
            assertThat(books.violations(PURPOSES)).isEmpty();
        }
    }

    private static void step(
            SpendingModel books, List<Long> came, List<Long> gone, int step, Random random) {
        Fund fund = any(PURPOSES, random);
        switch (came.isEmpty() ? 0 : random.nextInt(6)) {
            case 0 -> {
                long yen = random.nextLong(1, 5_000);
                books.come(fund, yen);
                came.add(yen);
                gone.add(0L);
            }
            case 1 -> go(books, came, gone, random);
            case 2 -> {
                int lot = random.nextInt(gone.size());
                long again = random.nextLong(gone.get(lot) + 1);
                books.go(lot, -again);
                gone.set(lot, gone.get(lot) - again);
            }
            case 3 -> spendSome(books, fund, step, random);
            case 4 -> {
                Fund to = any(PURPOSES, random);
                if (!to.equals(fund) && books.unspent(fund) > 0) {
                    books.move(fund, to, random.nextLong(books.unspent(fund)) + 1);
                }
            }
            default -> {
                if (!books.disbursements().isEmpty()) {
                    int it = any(books.disbursements(), random);
                    books.bringBack(it, random.nextLong(books.spent(it) + 1));
                }
            }
        }
    }

    private static void spendSome(SpendingModel books, Fund fund, int step, Random random) {
        long has = books.unspent(fund);
        assertThat(books.spend(-1 - step, fund, has + 1)).isFalse();
        if (has > 0) {
            assertThat(books.spend(step, fund, random.nextLong(has) + 1)).isTrue();
        }
    }

    private static void go(SpendingModel books, List<Long> came, List<Long> gone, Random random) {
        int lot = random.nextInt(came.size());
        long left = came.get(lot) - gone.get(lot);
        long yen = random.nextBoolean() ? left : random.nextLong(left + 1);
        books.go(lot, yen);
        gone.set(lot, gone.get(lot) + yen);
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    @Test
    void aPieceGivesNoMoreThanCame() {
        assertThatThrownBy(() -> new Piece(Fund.FOOD, 1, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
