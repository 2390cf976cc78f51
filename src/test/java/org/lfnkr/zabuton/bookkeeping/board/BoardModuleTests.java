package org.lfnkr.zabuton.bookkeeping.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.bookkeeping.RandomHistory;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The board is the journal, to the yen, for any days. */
@ModuleTest
@Import(RandomHistory.class)
class BoardModuleTests {

    private static final int DAYS = 60;

    @Autowired BoardStore store;
    @Autowired RandomHistory history;
    @Autowired DatabaseClient database;

    @Test
    void saysWhatTheJournalSaysWhateverHasHappenedAndWhicheverDaysAreAsked() {
        Random random = new Random(9);
        LocalDate first = LocalDate.of(2031, 1, 1).plusDays(new Random().nextInt(9_000));
        for (int sale = 0; sale < 40; sale++) {
            if (sale == 25) {
                history.sumUp();
            }
            history.sell(random, first, DAYS);
        }

        for (int time = 0; time < 40; time++) {
            Days days = days(random, first);
            Board board = Await.value(store.board(days));
            assertThat(board.difference()).as("%s", days).isEqualTo(Money.ZERO);
            assertJournal(board, days);
            assertAddsUp(board, Step.SALES);
            assertAddsUp(board, Step.DONATIONS);
        }
        Days all = new Days(first, first.plusDays(DAYS));
        Board board = Await.value(store.board(all));
        assertThat(board.of(Step.SOLD).isPositive()).isTrue();
        assertThat(board.of(Step.REFUNDED).isNegative()).isTrue();
        for (Step step : Step.values()) {
            assertThat(lines(all, step, "")).as(step.code()).isEqualTo(board.of(step));
        }
        board.funds(Step.PROFITS)
                .forEach((fund, yen) -> assertThat(lines(all, Step.PROFITS, fund)).isEqualTo(yen));
    }

    private static Days days(Random random, LocalDate first) {
        return new Days(first.plusDays(random.nextInt(DAYS)), first.plusDays(random.nextInt(DAYS)));
    }

    /** Against the postings themselves. */
    private void assertJournal(Board board, Days days) {
        assertThat(-posted("SALES", days))
                .isEqualTo(
                        board.of(Step.SOLD)
                                .plus(board.of(Step.REFUNDED))
                                .plus(board.of(Step.TAX))
                                .yen());
        assertThat(posted("CONSUMPTION_TAX", days)).isEqualTo(board.of(Step.TAX).yen());
        assertThat(-posted("DONATIONS", days))
                .isEqualTo(board.of(Step.GIVEN).plus(board.of(Step.GIVEN_BACK)).yen());
        assertThat(posted("PAYMENT_FEES", days)).isEqualTo(board.expense("PAYMENT_FEES").yen());
    }

    private long posted(String account, Days days) {
        return Await.value(
                database.sql(
                                """
                                select cast(coalesce(sum(yen), 0) as bigint) from ledger.posting
                                where account = :account and booked_on between :from and :until
                                """)
                        .bind("account", account)
                        .bind("from", days.from())
                        .bind("until", days.until())
                        .mapValue(Long.class)
                        .one());
    }

    private static void assertAddsUp(Board board, List<Step> bridge) {
        Money steps =
                bridge.stream()
                        .filter(step -> !step.isLast())
                        .map(board::of)
                        .reduce(Money.ZERO, Money::plus);
        Money funds =
                board.funds(bridge.getLast()).values().stream().reduce(Money.ZERO, Money::plus);
        assertThat(steps).isEqualTo(board.of(bridge.getLast()));
        assertThat(funds).isEqualTo(board.of(bridge.getLast()));
    }

    /** Of all pages of a step's entries. */
    private Money lines(Days days, Step step, String fund) {
        List<StepLine> all = new ArrayList<>();
        List<StepLine> page;
        do {
            long after = all.isEmpty() ? 0 : all.getLast().entry();
            page = Await.value(store.lines(days, step, fund, after).collectList());
            all.addAll(page);
        } while (!page.isEmpty());
        assertThat(all).extracting(StepLine::entry).doesNotHaveDuplicates();
        return all.stream().map(StepLine::yen).reduce(Money.ZERO, Money::plus);
    }

    @Test
    void countsThoseWhoGiveAgainAndAgainSoThatTheEndIsWhatIsReckoned() {
        Parents parents =
                Await.value(
                        store.parents(
                                new Days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))));

        assertThat(parents.end())
                .isEqualTo(
                        parents.start() + parents.begun() - parents.stopped() - parents.failed());
    }
}
