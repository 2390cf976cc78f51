package org.lfnkr.zabuton.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.impact.Samples.takings;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.impact.AllocationPolicy;
import org.lfnkr.zabuton.impact.Proceeds;
import org.lfnkr.zabuton.impact.Samples;
import org.lfnkr.zabuton.impact.Shares;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.ledger.Fund;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

class LotsTests {

    private static final AllocationPolicy ALL_TO_FOOD =
            policy(Map.of(Fund.FOOD, 10_000), Map.of(Fund.FOOD, 10_000));
    private static final AllocationPolicy SHARED =
            policy(
                    Map.of(Fund.FOOD, 3_334, Fund.MEDICAL, 3_333, Fund.SHELTER, 3_333),
                    Map.of(Fund.FOOD, 5_000, Fund.FOSTER_CHILDREN, 5_000));

    private static AllocationPolicy policy(Map<Fund, Integer> profit, Map<Fund, Integer> gift) {
        return new AllocationPolicy(
                1, LocalDate.of(2026, 1, 1), new Shares(profit), new Shares(gift));
    }

    private static Lots lots(Takings takings, long fee) {
        return Lots.of(Proceeds.of(takings, yen(fee)), ALL_TO_FOOD);
    }

    @Test
    void areThePartsOfACharge() {
        assertThat(lots(takings(6_400, 700, 500, 645, 1_652, 900), 274).all())
                .containsExactly(
                        new Lot(LotKind.SALE_FEE, Fund.OPERATIONS, 256),
                        new Lot(LotKind.GIFT_FEE, Fund.OPERATIONS, 18),
                        new Lot(LotKind.TAX, null, 645),
                        new Lot(LotKind.SHIPPING, Fund.OPERATIONS, 900),
                        new Lot(LotKind.COSTS, Fund.OPERATIONS, 1_652),
                        new Lot(LotKind.PROFIT, Fund.FOOD, 3_647),
                        new Lot(LotKind.GIFT, Fund.FOOD, 482));
    }

    @Test
    void shrinkInProportionWhenHalfIsRefunded() {
        Lots lots = lots(takings(6_400, 0, 0, 580, 1_652, 0), 232);

        assertThat(lots.change(0, 3_200))
                .containsExactly(
                        new Lot(LotKind.SALE_FEE, Fund.OPERATIONS, -116),
                        new Lot(LotKind.TAX, null, -290),
                        new Lot(LotKind.COSTS, Fund.OPERATIONS, -826),
                        new Lot(LotKind.PROFIT, Fund.FOOD, -1_968));
    }

    @Test
    void giveNoMoreThanTheyHave() {
        Lots lots = lots(takings(6_400, 0, 0, 580, 1_652, 0), 232);

        assertThat(sum(lots.change(0, 9_000))).isEqualTo(-6_400);
        assertThat(lots.change(6_400, 9_000)).isEmpty();
        assertThat(lots.change(0, -500)).isEmpty();
    }

    @Test
    void conserveEveryYen() {
        IntStream.range(0, 3_000).mapToObj(Random::new).forEach(LotsTests::conserve);
    }

    private static void conserve(Random random) {
        Takings takings = Samples.anyTakings(random);
        Lots lots = any(takings, random);
        long gone = random.nextLong(takings.total().yen() + 1);

        assertThat(lots.total()).isEqualTo(takings.total().yen());
        assertThat(sum(lots.change(0, gone))).isEqualTo(-gone);
    }

    @Test
    void endAlikeWhateverTheSteps() {
        IntStream.range(0, 3_000).mapToObj(Random::new).forEach(LotsTests::endAlike);
    }

    private static void endAlike(Random random) {
        Takings takings = Samples.anyTakings(random);
        Lots lots = any(takings, random);
        long total = takings.total().yen();
        long[] steps = random.longs(random.nextInt(1, 12), 0, total + 1).toArray();

        Map<List<Object>, Long> inSteps = new HashMap<>();
        long gone = 0;
        for (long next : steps) {
            add(inSteps, lots.change(gone, next));
            gone = next;
        }
        Map<List<Object>, Long> atOnce = new HashMap<>();
        add(atOnce, lots.change(0, gone));

        inSteps.values().removeIf(yen -> yen == 0);
        assertThat(inSteps).isEqualTo(atOnce);
    }

    @Test
    void neverGrowWhenMoreIsTaken() {
        IntStream.range(0, 500).mapToObj(Random::new).forEach(LotsTests::onlyShrink);
    }

    private static void onlyShrink(Random random) {
        Takings takings = Samples.anyTakings(random);
        Lots lots = any(takings, random);
        long total = takings.total().yen();
        long start = random.nextLong(total + 1);

        for (long gone = start; gone < Math.min(total, start + 50); gone++) {
            assertThat(lots.change(gone, gone + 1))
                    .hasSize(1)
                    .allMatch(change -> change.yen() == -1);
        }
    }

    /** The queue itself, yen by yen, against the short way to its head. */
    @Test
    void takeTheHeadOfTheQueue() {
        IntStream.range(0, 500).mapToObj(Random::new).forEach(LotsTests::takeTheHead);
    }

    private static void takeTheHead(Random random) {
        LongStream sizes = random.longs(random.nextInt(1, 8), 1, 200);
        Lots lots =
                new Lots(sizes.mapToObj(yen -> new Lot(LotKind.PROFIT, Fund.FOOD, yen)).toList());
        List<long[]> queue = queue(lots);

        for (int gone = 0; gone <= queue.size(); gone++) {
            assertThat(taken(lots, gone)).containsExactly(head(queue, gone, lots.all().size()));
        }
    }

    private static List<long[]> queue(Lots lots) {
        Comparator<long[]> place =
                (one, other) ->
                        Long.compare((2 * one[1] + 1) * other[2], (2 * other[1] + 1) * one[2]);
        return IntStream.range(0, lots.all().size())
                .boxed()
                .flatMap(
                        i ->
                                LongStream.range(0, lots.all().get(i).yen())
                                        .mapToObj(
                                                nth ->
                                                        new long[] {
                                                            i, nth, lots.all().get(i).yen()
                                                        }))
                .sorted(place.thenComparing(yen -> yen[0]))
                .toList();
    }

    private static long[] head(List<long[]> queue, int gone, int lots) {
        long[] head = new long[lots];
        queue.subList(0, gone).forEach(yen -> head[(int) yen[0]]++);
        return head;
    }

    private static long[] taken(Lots lots, long gone) {
        long[] taken = new long[lots.all().size()];
        List<Lot> full = lots.all();
        Arrays.setAll(taken, i -> full.get(i).yen() - rest(full.get(i), i, lots, gone));
        return taken;
    }

    /**
     * Lots of equal kind, fund and size can't be told apart in a change, so each is made unique.
     */
    private static long rest(Lot lot, int index, Lots lots, long gone) {
        List<Lot> marked =
                IntStream.range(0, lots.all().size())
                        .mapToObj(
                                i ->
                                        new Lot(
                                                i == index ? LotKind.GIFT : LotKind.PROFIT,
                                                Fund.FOOD,
                                                lots.all().get(i).yen()))
                        .toList();
        return lot.yen()
                + new Lots(marked)
                        .change(0, gone).stream()
                                .filter(change -> change.kind() == LotKind.GIFT)
                                .mapToLong(Lot::yen)
                                .sum();
    }

    private static Lots any(Takings takings, Random random) {
        Proceeds proceeds = Proceeds.of(takings, yen(random.nextLong(5_000)));
        return Lots.of(proceeds, random.nextBoolean() ? SHARED : ALL_TO_FOOD);
    }

    private static long sum(List<Lot> lots) {
        return lots.stream().mapToLong(Lot::yen).sum();
    }

    private static void add(Map<List<Object>, Long> sums, List<Lot> changes) {
        changes.forEach(c -> sums.merge(Arrays.asList(c.kind(), c.fund()), c.yen(), Long::sum));
    }
}
