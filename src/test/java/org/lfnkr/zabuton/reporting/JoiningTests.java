package org.lfnkr.zabuton.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toSet;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.Money;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What a report may show of fewer than five givers: nothing, until there are five. */
class JoiningTests {

    private static final YearMonth APRIL = YearMonth.of(2026, 4);
    private static final int HISTORIES = 5_000;

    private static Money yen(long yen) {
        return Money.yen(yen);
    }

    private static Set<Long> people(int from, int many) {
        return LongStream.range(from, from + many).boxed().collect(toSet());
    }

    private static Cell cell(long yen, int from, int many) {
        return new Cell(yen(yen), Givers.of(people(from, many)));
    }

    private static Month month(int no, Cell in, Cell back, long out) {
        return new Month(
                APRIL.plusMonths(no),
                in,
                back,
                Cell.NOTHING,
                Cell.NOTHING,
                out == 0 ? Map.of() : Map.of("FOOD", yen(out)),
                Money.ZERO);
    }

    @Test
    void fourGiversJoinTheNextMonth() {
        List<Shown> shown =
                Joining.of(
                        List.of(
                                month(0, cell(4_000, 0, 4), Cell.NOTHING, 0),
                                month(1, cell(1_000, 4, 1), Cell.NOTHING, 0)),
                        false);

        assertThat(shown).extracting(Shown::in).containsExactly(Money.ZERO, yen(5_000));
        assertThat(shown).extracting(Shown::waits).containsExactly(true, false);
    }

    @Test
    void fiveGiversAreShown() {
        Month month = month(0, cell(5_000, 0, 5), Cell.NOTHING, 0);

        assertThat(Joining.of(List.of(month), false))
                .extracting(Shown::in)
                .containsExactly(yen(5_000));
    }

    /** The same four in every month stay four for ever. */
    @Test
    void whoGivesAgainIsTheSameGiver() {
        List<Month> months =
                IntStream.range(0, 24)
                        .mapToObj(no -> month(no, cell(4_000, 0, 4), Cell.NOTHING, 0))
                        .toList();

        assertThat(Joining.of(months, false)).allMatch(it -> it.in().isZero() && it.waits());
    }

    @Test
    void whatGoesBackToFewJoinsAsWell() {
        List<Shown> shown =
                Joining.of(
                        List.of(
                                month(0, cell(90_000, 0, 9), cell(3_300, 0, 1), 0),
                                month(1, Cell.NOTHING, cell(10_000, 1, 4), 0)),
                        false);

        assertThat(shown).extracting(Shown::back).containsExactly(Money.ZERO, yen(13_300));
        assertThat(shown.getLast().closing()).isEqualTo(yen(76_700));
    }

    /** By a fee of 3.6 % anybody reckons what was paid; a goodwill is what somebody got. */
    @Test
    void whatThePaymentsOfFewCostWaitsAsWell() {
        List<Shown> shown =
                Joining.of(List.of(fees(0, cell(144, 0, 4)), fees(1, cell(36, 4, 1))), true);

        assertThat(shown).extracting(Shown::spent).containsExactly(Money.ZERO, yen(180));
        assertThat(shown).extracting(it -> it.of(Month.FEES)).contains(yen(180));
        assertThat(shown).extracting(Shown::waits).containsExactly(true, false);
    }

    private static Month fees(int no, Cell fees) {
        return new Month(
                APRIL.plusMonths(no),
                Cell.NOTHING,
                Cell.NOTHING,
                Cell.NOTHING,
                fees,
                Map.of(),
                Money.ZERO);
    }

    /** A fund that spent what few gave isn't shown below zero: what was spent joins them. */
    @Test
    void whatWasSpentWaitsForTheGiftsThatCoverIt() {
        List<Shown> shown =
                Joining.of(
                        List.of(
                                month(0, cell(4_000, 0, 4), Cell.NOTHING, 3_000),
                                month(1, cell(2_000, 4, 4), Cell.NOTHING, 0)),
                        false);

        assertThat(shown).extracting(Shown::spent).containsExactly(Money.ZERO, yen(3_000));
        assertThat(shown.getLast().closing()).isEqualTo(yen(3_000));
        assertThat(Joining.of(List.of(month(0, Cell.NOTHING, Cell.NOTHING, 3_000)), true))
                .extracting(Shown::closing)
                .containsExactly(yen(-3_000));
    }

    @Test
    void everyYenIsShownOnceOrWaits() {
        histories(
                months -> {
                    List<Shown> shown = Joining.of(months, false);
                    // five givers more, and money for all: nothing has to wait
                    List<Month> more = new ArrayList<>(months);
                    more.add(
                            new Month(
                                    APRIL.plusMonths(months.size()),
                                    cell(100_000_000, 900, 5),
                                    cell(5, 900, 5),
                                    cell(5, 900, 5),
                                    cell(5, 900, 5),
                                    Map.of(),
                                    Money.ZERO));
                    List<Shown> all = Joining.of(more, false);
                    assertThat(all.subList(0, shown.size())).isEqualTo(shown);
                    assertThat(all.getLast().waits()).isFalse();
                    assertThat(all.getLast().closing()).isEqualTo(closing(more));
                    return shown;
                });
    }

    private static Money closing(List<Month> months) {
        Money closing = Money.ZERO;
        for (Month it : months) {
            closing =
                    closing.plus(it.in().yen())
                            .plus(it.moved())
                            .minus(it.back().yen())
                            .minus(it.borne().yen())
                            .minus(it.fees().yen())
                            .minus(it.out().values().stream().reduce(Money.ZERO, Money::plus));
        }
        return closing;
    }

    @Test
    void monthsFollowEachOtherAndNoneIsBelowZero() {
        histories(
                months -> {
                    List<Shown> shown = Joining.of(months, false);
                    Money opening = Money.ZERO;
                    for (Shown it : shown) {
                        assertThat(it.opening()).isEqualTo(opening);
                        assertThat(it.closing()).isGreaterThanOrEqualTo(Money.ZERO);
                        opening = it.closing();
                    }
                    return shown;
                });
    }

    /** Whoever compares any two months of the report learns a sum of five givers at least. */
    @Test
    void noSumThatIsShownIsOfFewerThanFive() {
        histories(
                months -> {
                    List<Shown> shown = Joining.of(months, false);
                    assertOfMany(months, shown, Month::in, Shown::in);
                    assertOfMany(months, shown, Month::back, Shown::back);
                    assertOfMany(months, shown, Month::borne, Shown::borne);
                    return shown;
                });
    }

    private static void assertOfMany(
            List<Month> months,
            List<Shown> shown,
            Function<Month, Cell> cell,
            Function<Shown, Money> sum) {
        Money yen = Money.ZERO;
        Set<Long> givers = new HashSet<>();
        boolean many = false;
        for (int i = 0; i < months.size(); i++) {
            Cell now = cell.apply(months.get(i));
            yen = yen.plus(now.yen());
            givers.addAll(now.givers().few());
            many |= now.givers().enough() || givers.size() >= 5;
            if (!sum.apply(shown.get(i)).isZero()) {
                assertThat(many).isTrue();
                assertThat(sum.apply(shown.get(i))).isEqualTo(yen);
                yen = Money.ZERO;
                givers.clear();
                many = false;
            }
        }
    }

    @Test
    void agesAddUpToWhatIsLeft() {
        histories(
                months -> {
                    List<Shown> shown = Joining.of(months, false);
                    assertThat(Ages.of(shown).values().stream().reduce(Money.ZERO, Money::plus))
                            .isEqualTo(shown.getLast().closing());
                    return shown;
                });
    }

    private static void histories(Function<List<Month>, List<Shown>> claim) {
        Random random = new Random(20261128);
        int told = 0;
        for (int i = 0; i < HISTORIES; i++) {
            told +=
                    (int)
                            claim.apply(history(random)).stream()
                                    .filter(it -> !it.in().isZero() && !it.back().isZero())
                                    .count();
        }
        assertThat(told).as("months that show something").isGreaterThan(HISTORIES);
    }

    private static List<Month> history(Random random) {
        List<Month> months = new ArrayList<>();
        long has = 0;
        for (int no = 0; no < 1 + random.nextInt(15); no++) {
            long in = random.nextInt(9_000);
            long moved = random.nextInt(4) == 0 ? random.nextInt(2_000) - 800 : 0;
            has = has + in + Math.max(moved, -has);
            moved = Math.max(moved, -(has - in));
            Map<String, Money> out = new HashMap<>();
            long spent = random.nextLong(1 + has / 2);
            out.put("FOOD", yen(spent));
            long back = random.nextLong(1 + (has - spent) / 3);
            long borne = random.nextLong(1 + (has - spent - back) / 9);
            long fees = random.nextLong(1 + (has - spent - back - borne) / 9);
            has = has - spent - back - borne - fees;
            months.add(
                    new Month(
                            APRIL.plusMonths(no),
                            cell(in, random.nextInt(9), in == 0 ? 0 : 1 + random.nextInt(8)),
                            cell(back, random.nextInt(9), back == 0 ? 0 : 1 + random.nextInt(8)),
                            cell(borne, random.nextInt(9), borne == 0 ? 0 : 1 + random.nextInt(8)),
                            cell(fees, random.nextInt(9), fees == 0 ? 0 : 1 + random.nextInt(8)),
                            out,
                            yen(moved)));
        }
        return months;
    }
}
