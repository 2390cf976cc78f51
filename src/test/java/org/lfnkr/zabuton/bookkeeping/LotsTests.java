package org.lfnkr.zabuton.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lfnkr.zabuton.bookkeeping.SaleSamples.line;
import static org.lfnkr.zabuton.kernel.Money.yen;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.impact.AllocationPolicy;
import org.lfnkr.zabuton.impact.Proceeds;
import org.lfnkr.zabuton.impact.Shares;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.impact.Uncosted;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.orders.SoldLine;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

class LotsTests {

    private static final AllocationPolicy ALL_TO_FOOD =
            policy(Map.of(Fund.FOOD, 10_000), Map.of(Fund.FOOD, 10_000));
    private static final AllocationPolicy SHARED =
            policy(
                    Map.of(
                            Fund.FOOD,
                            3_334,
                            new Fund("MEDICAL"),
                            3_333,
                            new Fund("SHELTER"),
                            3_333),
                    Map.of(Fund.FOOD, 5_000, Fund.FOSTER_CHILDREN, 5_000));

    private static AllocationPolicy policy(Map<Fund, Integer> profit, Map<Fund, Integer> gift) {
        return new AllocationPolicy(
                1, LocalDate.of(2026, 1, 1), new Shares(profit), new Shares(gift));
    }

    /** A sale of some goods with its real tax. */
    private record Basket(Takings takings, List<SoldLine> lines) {

        static Basket of(long shipping, long gift, long carrier, SoldLine... lines) {
            List<SoldLine> all = List.of(lines);
            return new Basket(
                    new Takings(
                            sum(all, SoldLine::total),
                            yen(shipping),
                            yen(gift),
                            yen(tax(all, shipping)),
                            sum(all, SoldLine::costs),
                            yen(carrier)),
                    all);
        }

        private static Money sum(List<SoldLine> lines, Function<SoldLine, Money> what) {
            return lines.stream().map(what).reduce(Money.ZERO, Money::plus);
        }

        private static long tax(List<SoldLine> lines, long shipping) {
            return tax(lines, 8, 0) + tax(lines, 10, shipping);
        }

        private static long tax(List<SoldLine> lines, int percent, long more) {
            List<SoldLine> taxed = lines.stream().filter(it -> it.taxPercent() == percent).toList();
            return (sum(taxed, SoldLine::total).yen() + more) * percent / (100 + percent);
        }

        Lots lots(long fee, AllocationPolicy policy) {
            return Split.lots(takings, lines, Proceeds.of(takings, yen(fee)), policy);
        }

        long total() {
            return takings.total().yen();
        }
    }

    private static Basket twoCushions() {
        return Basket.of(0, 0, 0, line(3_200, 2, 10, 1_652));
    }

    @Test
    void areThePartsOfACharge() {
        Basket basket = Basket.of(700, 500, 900, line(3_200, 2, 10, 1_652));

        assertThat(basket.lots(274, ALL_TO_FOOD).all())
                .containsExactly(
                        new Lot(Part.line(0), LotKind.SALE_FEE, Fund.OPERATIONS, 231),
                        new Lot(Part.line(0), LotKind.TAX, null, 581),
                        new Lot(Part.line(0), LotKind.SHIPPING, Fund.OPERATIONS, 289),
                        new Lot(Part.line(0), LotKind.COSTS, Fund.OPERATIONS, 1_652),
                        new Lot(Part.line(0), LotKind.PROFIT, Fund.FOOD, 3_647),
                        new Lot(Part.SHIPPING, LotKind.SALE_FEE, Fund.OPERATIONS, 25),
                        new Lot(Part.SHIPPING, LotKind.TAX, null, 64),
                        new Lot(Part.SHIPPING, LotKind.SHIPPING, Fund.OPERATIONS, 611),
                        new Lot(Part.GIFT, LotKind.GIFT_FEE, Fund.OPERATIONS, 18),
                        new Lot(Part.GIFT, LotKind.GIFT, Fund.FOOD, 482));
    }

    @Test
    void shrinkInProportionWhenHalfIsRefunded() {
        assertThat(unsaid(twoCushions().lots(232, ALL_TO_FOOD), 0, 3_200))
                .containsExactly(
                        new Lot(Part.line(0), LotKind.SALE_FEE, Fund.OPERATIONS, -116),
                        new Lot(Part.line(0), LotKind.TAX, null, -291),
                        new Lot(Part.line(0), LotKind.COSTS, Fund.OPERATIONS, -826),
                        new Lot(Part.line(0), LotKind.PROFIT, Fund.FOOD, -1_967));
    }

    /** One cushion of two, with a gift in the basket. */
    @Test
    void losePreciselyThePiecesTaxAndNothingOfTheGift() {
        Lots lots = Basket.of(0, 1_000, 750, line(3_300, 2, 10, 2_400)).lots(274, ALL_TO_FOOD);

        assertThat(unsaid(lots, 0, 3_300))
                .containsExactly(
                        new Lot(Part.line(0), LotKind.SALE_FEE, Fund.OPERATIONS, -119),
                        new Lot(Part.line(0), LotKind.TAX, null, -300),
                        new Lot(Part.line(0), LotKind.SHIPPING, Fund.OPERATIONS, -375),
                        new Lot(Part.line(0), LotKind.COSTS, Fund.OPERATIONS, -1_200),
                        new Lot(Part.line(0), LotKind.PROFIT, Fund.FOOD, -1_306));
    }

    /** A cross that earned 21 yen beside a cushion that earned much. */
    @Test
    void giveBackOfALineWhatItEarnedAndNotItsShareOfAnother() {
        Lots lots = Basket.of(0, 0, 0, line(3_300, 1_200), line(2_200, 1_979)).lots(0, ALL_TO_FOOD);

        assertThat(lots.change(Gone.unsaid(0), new Gone(Map.of(Part.line(1), 2_200L), 0)))
                .containsExactly(
                        new Lot(Part.line(1), LotKind.TAX, null, -200),
                        new Lot(Part.line(1), LotKind.COSTS, Fund.OPERATIONS, -1_979),
                        new Lot(Part.line(1), LotKind.PROFIT, Fund.FOOD, -21));
    }

    @Test
    void taxEachLineByItsOwnRate() {
        Lots lots = Basket.of(0, 0, 0, line(3_300, 0), line(1_080, 1, 8, 0)).lots(0, ALL_TO_FOOD);

        assertThat(lots.change(Gone.unsaid(0), new Gone(Map.of(Part.line(1), 1_080L), 0)))
                .contains(new Lot(Part.line(1), LotKind.TAX, null, -80));
    }

    @Test
    void goFromGoodsThenFromShippingAndFromTheGiftLast() {
        Lots lots = Basket.of(700, 500, 900, line(3_000, 0), line(1_000, 0)).lots(0, ALL_TO_FOOD);

        assertThat(goneByPart(lots, Gone.unsaid(2_000)))
                .isEqualTo(Map.of(Part.line(0), 1_500L, Part.line(1), 500L));
        assertThat(goneByPart(lots, Gone.unsaid(4_300)))
                .isEqualTo(Map.of(Part.line(0), 3_000L, Part.line(1), 1_000L, Part.SHIPPING, 300L));
        assertThat(goneByPart(lots, Gone.unsaid(5_000)))
                .containsEntry(Part.SHIPPING, 700L)
                .containsEntry(Part.GIFT, 300L);
    }

    /** The cross is said to have gone; what else went is of the cushion first. */
    @Test
    void goFromWhatIsSaidBeforeAnythingElse() {
        Lots lots = Basket.of(0, 500, 0, line(3_300, 0), line(2_200, 0)).lots(0, ALL_TO_FOOD);

        assertThat(goneByPart(lots, new Gone(Map.of(Part.line(1), 2_200L), 300)))
                .isEqualTo(Map.of(Part.line(0), 300L, Part.line(1), 2_200L));
        assertThat(goneByPart(lots, new Gone(Map.of(Part.GIFT, 800L), 0)))
                .isEqualTo(Map.of(Part.GIFT, 500L, Part.line(0), 180L, Part.line(1), 120L));
        assertThat(goneByPart(lots, new Gone(Map.of(Part.line(1), 2_200L), -2_200))).isEmpty();
    }

    @Test
    void nobodyKnowsWhatALineEarnedThatHasNoCostSheet() {
        List<SoldLine> lines = List.of(line(3_300, 1_200), SaleSamples.uncosted(2_200));
        Takings takings =
                new Takings(
                        yen(5_500),
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        yen(500),
                        yen(1_200),
                        Money.ZERO,
                        new Uncosted(yen(2_200), Money.ZERO, yen(200), Money.ZERO));
        Lots lots = Split.lots(takings, lines, Proceeds.of(takings, yen(0)), ALL_TO_FOOD);

        assertThat(lots.all())
                .contains(new Lot(Part.line(0), LotKind.PROFIT, Fund.FOOD, 1_800))
                .noneMatch(lot -> lot.part().equals(Part.line(1)) && lot.kind() == LotKind.PROFIT);
    }

    /** What each fund gets is what it was promised of the whole, however many lines there are. */
    @Test
    void keepTheSumsOfTheWhole() {
        IntStream.range(0, 3_000).mapToObj(Random::new).forEach(LotsTests::keepTheSums);
    }

    private static void keepTheSums(Random random) {
        Basket basket = any(random);
        Proceeds proceeds = Proceeds.of(basket.takings(), yen(random.nextLong(5_000)));
        Lots lots = Split.lots(basket.takings(), basket.lines(), proceeds, SHARED);

        assertThat(sum(lots, LotKind.TAX)).isEqualTo(proceeds.tax().yen());
        assertThat(sum(lots, LotKind.SALE_FEE)).isEqualTo(proceeds.saleFee().yen());
        assertThat(sum(lots, LotKind.SHIPPING)).isEqualTo(proceeds.shipping().yen());
        assertThat(sum(lots, LotKind.COSTS)).isEqualTo(proceeds.costs().yen());
        SHARED.ofProfit()
                .split(proceeds.profit())
                .forEach((fund, yen) -> assertThat(profit(lots, fund)).isEqualTo(yen.yen()));
        lines(lots)
                .forEach(
                        (part, yen) ->
                                assertThat(yen)
                                        .isEqualTo(basket.lines().get(part.line()).total().yen()));
    }

    private static long sum(Lots lots, LotKind kind) {
        return lots.all().stream().filter(it -> it.kind() == kind).mapToLong(Lot::yen).sum();
    }

    private static long profit(Lots lots, Fund fund) {
        return lots.all().stream()
                .filter(lot -> lot.kind() == LotKind.PROFIT && fund.equals(lot.fund()))
                .mapToLong(Lot::yen)
                .sum();
    }

    private static Map<Part, Long> lines(Lots lots) {
        return lots.all().stream()
                .filter(lot -> lot.part().kind() == Part.Kind.LINE)
                .collect(groupingBy(Lot::part, summingLong(Lot::yen)));
    }

    private static Map<Part, Long> goneByPart(Lots lots, Gone gone) {
        return lots.change(Gone.unsaid(0), gone).stream()
                .collect(groupingBy(Lot::part, summingLong(lot -> -lot.yen())));
    }

    private static List<Lot> unsaid(Lots lots, long before, long after) {
        return lots.change(Gone.unsaid(before), Gone.unsaid(after));
    }

    @Test
    void giveNoMoreThanTheyHave() {
        Lots lots = twoCushions().lots(232, ALL_TO_FOOD);

        assertThat(sum(unsaid(lots, 0, 9_000))).isEqualTo(-6_400);
        assertThat(unsaid(lots, 6_400, 9_000)).isEmpty();
        assertThat(unsaid(lots, 0, -500)).isEmpty();
    }

    @Test
    void conserveEveryYen() {
        IntStream.range(0, 3_000).mapToObj(Random::new).forEach(LotsTests::conserve);
    }

    private static void conserve(Random random) {
        Basket basket = any(random);
        Lots lots = anyLots(basket, random);
        long gone = random.nextLong(basket.total() + 1);

        assertThat(lots.total()).isEqualTo(basket.total());
        assertThat(sum(unsaid(lots, 0, gone))).isEqualTo(-gone);
    }

    /** Refunds of lines and of nobody knows what, in any order. */
    @Test
    void endAlikeWhateverTheSteps() {
        IntStream.range(0, 3_000).mapToObj(Random::new).forEach(LotsTests::endAlike);
    }

    private static void endAlike(Random random) {
        Basket basket = any(random);
        Lots lots = anyLots(basket, random);
        Map<List<Object>, Long> inSteps = new HashMap<>();
        Gone gone = Gone.unsaid(0);
        for (int step = random.nextInt(1, 12); step > 0; step--) {
            Gone next = anyMore(gone, basket, random);
            add(inSteps, lots.change(gone, next));
            gone = next;
        }
        Map<List<Object>, Long> atOnce = new HashMap<>();
        add(atOnce, lots.change(Gone.unsaid(0), gone));

        inSteps.values().removeIf(yen -> yen == 0);
        assertThat(inSteps).isEqualTo(atOnce);
        assertThat(-atOnce.values().stream().mapToLong(yen -> yen).sum())
                .isEqualTo(Math.clamp(gone.sum(), 0, basket.total()));
    }

    private static Gone anyMore(Gone gone, Basket basket, Random random) {
        if (random.nextBoolean()) {
            return new Gone(gone.said(), gone.unsaid() + random.nextLong(-2_000, 3_000));
        }
        Map<Part, Long> said = new HashMap<>(gone.said());
        said.merge(
                Part.line(random.nextInt(basket.lines().size())),
                random.nextLong(2_000),
                Long::sum);
        return new Gone(said, gone.unsaid());
    }

    @Test
    void neverGrowWhenMoreIsTaken() {
        IntStream.range(0, 500).mapToObj(Random::new).forEach(LotsTests::onlyShrink);
    }

    private static void onlyShrink(Random random) {
        Basket basket = any(random);
        Lots lots = anyLots(basket, random);
        long total = basket.total();
        long start = random.nextLong(total + 1);

        for (long gone = start; gone < Math.min(total, start + 50); gone++) {
            assertThat(unsaid(lots, gone, gone + 1))
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
        long[] heaps = random.longs(random.nextInt(1, 8), 1, 200).toArray();
        List<Integer> queue = queue(heaps);

        for (int taken = 0; taken <= queue.size(); taken++) {
            assertThat(Apportionment.of(heaps, taken)).containsExactly(head(queue, taken, heaps));
        }
    }

    /** The heap of each yen, in the order in which they are taken. */
    private static List<Integer> queue(long[] heaps) {
        Comparator<long[]> place =
                (one, other) ->
                        Long.compare((2 * one[1] + 1) * other[2], (2 * other[1] + 1) * one[2]);
        return IntStream.range(0, heaps.length)
                .boxed()
                .flatMap(
                        i ->
                                LongStream.range(0, heaps[i])
                                        .mapToObj(nth -> new long[] {i, nth, heaps[i]}))
                .sorted(place.thenComparing(yen -> yen[0]))
                .map(yen -> (int) yen[0])
                .toList();
    }

    private static long[] head(List<Integer> queue, int taken, long[] heaps) {
        long[] head = new long[heaps.length];
        queue.subList(0, taken).forEach(heap -> head[heap]++);
        return head;
    }

    private static Basket any(Random random) {
        SoldLine[] lines =
                IntStream.range(0, random.nextInt(1, 5))
                        .mapToObj(i -> anyLine(random))
                        .toArray(SoldLine[]::new);
        return Basket.of(
                random.nextBoolean() ? 0 : random.nextLong(2_000),
                random.nextBoolean() ? 0 : random.nextLong(5_000),
                random.nextLong(2_000),
                lines);
    }

    private static SoldLine anyLine(Random random) {
        return line(
                random.nextLong(1, 5_000),
                random.nextInt(1, 4),
                random.nextBoolean() ? 10 : 8,
                random.nextLong(4_000));
    }

    private static Lots anyLots(Basket basket, Random random) {
        return basket.lots(random.nextLong(5_000), random.nextBoolean() ? SHARED : ALL_TO_FOOD);
    }

    private static long sum(List<Lot> lots) {
        return lots.stream().mapToLong(Lot::yen).sum();
    }

    private static void add(Map<List<Object>, Long> sums, List<Lot> changes) {
        changes.forEach(
                c -> sums.merge(Arrays.asList(c.part(), c.kind(), c.fund()), c.yen(), Long::sum));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void haveSomethingInEach(long yen) {
        List<Lot> lots = List.of(new Lot(Part.GIFT, LotKind.GIFT, Fund.FOOD, yen));

        assertThatThrownBy(() -> new Lots(lots)).isInstanceOf(IllegalArgumentException.class);
    }
}
