package org.lfnkr.zabuton.bookkeeping.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.bookkeeping.RandomHistory;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.counter.till.CounterSamples;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Random;

/** What is sold at counters stands on the board as in the journal, to the yen. */
@ModuleTest
@Import({RandomHistory.class, CounterSamples.class})
class CounterBoardModuleTests {

    @Autowired BoardStore store;
    @Autowired RandomHistory history;
    @Autowired CounterSamples counter;
    @Autowired Outbox outbox;
    @Autowired Integrity integrity;
    @Autowired Clock clock;

    @Test
    void saysWhatTheJournalSaysWhateverIsSoldAndUndone() {
        Money before = sold("terminal");
        long paid = 0;
        Random random = new Random(7);
        for (int sale = 0; sale < 24; sale++) {
            if (sale == 12) {
                drain();
                history.sumUp();
            }
            boolean card = random.nextBoolean();
            boolean undone = random.nextInt(4) == 0;
            Money total = counter.sell(1 + random.nextInt(3), card, undone);
            paid += card ? total.yen() : 0;
        }
        drain();

        Board board = board();
        assertThat(board.difference()).isEqualTo(Money.ZERO);
        assertThat(sold("terminal").minus(before)).isEqualTo(Money.yen(paid));
        assertThat(board.means()).extracting(Board.Group::name).contains("cash", "terminal");
        assertThat(board.products()).extracting(Board.Group::name).contains(CounterSamples.SKU);
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    private void drain() {
        Await.done(outbox.drain().then());
    }

    private Money sold(String means) {
        return board().means().stream()
                .filter(group -> group.name().equals(means))
                .map(group -> group.of(Step.SOLD))
                .reduce(Money.ZERO, Money::plus);
    }

    private Board board() {
        LocalDate today = BusinessDate.of(clock.instant());
        return Await.value(store.board(new Days(today, today)));
    }
}
