package org.lfnkr.zabuton.funds.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.bookkeeping.Lot;
import org.lfnkr.zabuton.bookkeeping.LotKind;
import org.lfnkr.zabuton.bookkeeping.Part;
import org.lfnkr.zabuton.impact.Progress;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Rice at ¥400: G1 gave ¥2,458, O1 ¥1,829 and ¥819; the first purchase cost ¥4,000. */
class StakeTests {

    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();
    private static final long PROFIT = 1;
    private static final long GIFT = 2;

    private final Purchase rice = purchase(FIRST, 10, 4_000);

    @Test
    void roundDownOncePerStatementAndLeaveTheRestToAll() {
        assertThat(bought(rice, 2_458)).isEqualTo(6);
        assertThat(bought(rice, 1_542)).isEqualTo(3);
    }

    /** R1 takes ¥915 of the profit: of the 1,542 that were spent, 914 are left. */
    @Test
    void fallWithWhatGoesBackToThePayer() {
        List<Spent> after = List.of(spent(FIRST, PROFIT, yen(1_542), yen(914)));

        assertThat(Spent.shares(after)).containsEntry(FIRST, yen(914));
        assertThat(bought(rice, 914)).isEqualTo(2);
    }

    /** And rise again where the refund fails. */
    @Test
    void areBackWhenTheMoneyIs() {
        List<Spent> again = List.of(spent(FIRST, PROFIT, yen(1_542), yen(1_829)));

        assertThat(Spent.shares(again)).containsEntry(FIRST, yen(1_542));
    }

    @Test
    void areNothingWhenAllWentBack() {
        assertThat(Spent.shares(List.of(spent(FIRST, PROFIT, yen(1_542), Money.ZERO))))
                .containsEntry(FIRST, Money.ZERO);
        assertThat(bought(rice, 0)).isZero();
    }

    /** Had each purchase been rounded by itself, it would be 3 and 2, and never 6. */
    @Test
    void countWhatOnePurchaseLeavesOverWithTheNext() {
        Purchase more = purchase(SECOND, 20, 8_000);
        List<Stake> both = List.of(new Stake(rice, yen(1_542)), new Stake(more, yen(1_106)));

        assertThat(Stake.progress(both, yen(2_648)).bought()).isEqualTo(6);
    }

    @Test
    void loseWhatWasSpentLastFirst() {
        List<Spent> spent =
                List.of(
                        spent(FIRST, PROFIT, yen(1_000), yen(1_200)),
                        spent(SECOND, PROFIT, yen(829), yen(1_200)),
                        spent(SECOND, GIFT, yen(300), yen(819)));

        assertThat(Spent.shares(spent))
                .containsEntry(FIRST, yen(1_000))
                .containsEntry(SECOND, yen(500));
    }

    /** ¥500 of the purchase came back, and nobody has said of what. */
    @Test
    void buyNoMoreForAYenWhenMoneyComesBack() {
        Purchase partly = new Purchase(FIRST, "rice", 10, yen(4_000), yen(3_500), 0, 0, 0, DAY);

        assertThat(bought(partly, 1_042)).isEqualTo(2);
        assertThat(bought(partly, 2_458)).isEqualTo(6);
    }

    /** For ¥500 that came back 3 of the 10 kg were not supplied: 7 for ¥3,500, at ¥500. */
    @Test
    void buyLessWhenLessWasSupplied() {
        Purchase partly = new Purchase(FIRST, "rice", 10, yen(4_000), yen(3_500), 3, 0, 0, DAY);

        assertThat(bought(partly, 2_458)).isEqualTo(4);
        assertThat(bought(partly, 1_042)).isEqualTo(2);
    }

    @Test
    void arriveAsThePurchaseArrives() {
        Purchase seven = new Purchase(FIRST, "rice", 10, yen(4_000), yen(4_000), 0, 2, 7, DAY);

        assertThat(Stake.progress(List.of(new Stake(seven, yen(2_458))), yen(2_458)))
                .isEqualTo(new Progress(6, 4, 4, yen(2_458)));
        assertThat(Stake.progress(List.of(new Stake(seven, yen(1_542))), yen(1_542)))
                .isEqualTo(new Progress(3, 3, 2, yen(1_542)));
    }

    @Test
    void neverSayTogetherMoreThanWasBoughtOrArrived() {
        Random random = new Random(41);
        for (int round = 0; round < 10_000; round++) {
            List<Purchase> purchases = List.of(any(random), any(random), any(random));
            List<List<Stake>> givers = shareOut(purchases, random);
            List<Progress> told =
                    givers.stream().map(stakes -> Stake.progress(stakes, Money.ZERO)).toList();

            assertThat(told.stream().mapToLong(Progress::bought).sum())
                    .isLessThanOrEqualTo(purchases.stream().mapToLong(Purchase::bought).sum());
            assertThat(told.stream().mapToLong(Progress::delivered).sum())
                    .isLessThanOrEqualTo(purchases.stream().mapToLong(Purchase::delivered).sum());
        }
    }

    private static final LocalDate DAY = LocalDate.of(2027, 5, 1);

    private static Purchase purchase(UUID disbursement, long units, long yen) {
        return new Purchase(disbursement, "rice", units, yen(yen), yen(yen), 0, 0, 0, DAY);
    }

    private static long bought(Purchase purchase, long yen) {
        return Stake.progress(List.of(new Stake(purchase, yen(yen))), yen(yen)).bought();
    }

    private static Purchase any(Random random) {
        long units = 1 + random.nextLong(200);
        long cost = 1 + random.nextLong(90_000);
        long unbought = random.nextInt(3) == 0 ? random.nextLong(units + 1) : 0;
        long missing = random.nextLong(units - unbought + 1);
        long delivered = random.nextLong(units - unbought - missing + 1);
        long kept = random.nextInt(3) == 0 ? random.nextLong(cost + 1) : cost;
        return new Purchase(
                UUID.randomUUID(),
                "rice",
                units,
                yen(cost),
                yen(kept),
                unbought,
                missing,
                delivered,
                DAY);
    }

    /** All of what is kept of each, to the yen. */
    private static List<List<Stake>> shareOut(List<Purchase> purchases, Random random) {
        List<List<Stake>> givers = new ArrayList<>();
        for (int giver = 0; giver < 5; giver++) {
            givers.add(new ArrayList<>());
        }
        for (Purchase purchase : purchases) {
            long left = purchase.kept().yen();
            for (int giver = 0; giver < 5; giver++) {
                long share = giver == 4 ? left : random.nextLong(left + 1);
                left -= share;
                givers.get(giver).add(new Stake(purchase, yen(share)));
            }
        }
        return givers;
    }

    private static Spent spent(UUID disbursement, long lot, Money yen, Money net) {
        Fund food = new Fund("FOOD");
        return new Spent(disbursement, lot, new Lot(Part.GIFT, LotKind.GIFT, food, 0), yen, net);
    }
}
