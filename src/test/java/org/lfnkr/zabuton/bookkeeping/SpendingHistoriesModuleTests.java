package org.lfnkr.zabuton.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.bookkeeping.board.BoardDifference;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.support.TestEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Histories that nobody has thought of, on the database and on the model, which must say the same
 * after each step, and all nightly checks with them. A few of them here; {@code
 * -Dspending.histories=200} lives through as many as one wants, which takes minutes.
 */
class SpendingHistoriesModuleTests {

    /** The checks read the whole books, so that a shop with few of them is quicker. */
    private static final int OF_ONE_SHOP = 10;

    private static final int STEPS = 16;

    @Test
    void theBooksSayWhatTheRuleSaysWhateverHappens() {
        int all = Integer.getInteger("spending.histories", 5);
        for (int first = 0; first < all; first += OF_ONE_SHOP) {
            TestDatabase database = TestDatabase.fresh();
            try (ConfigurableApplicationContext shop = TestEnvironment.start(database)) {
                live(shop, database, first, Math.min(first + OF_ONE_SHOP, all));
            }
        }
    }

    private static void live(
            ConfigurableApplicationContext shop, TestDatabase database, int first, int end) {
        Integrity integrity = shop.getBean(Integrity.class);
        for (int seed = first; seed < end; seed++) {
            SpendingHistory history = new SpendingHistory(books(shop, database), seed);
            for (int step = 0; step < STEPS; step++) {
                history.step();
                assertThat(history.differences()).as("history %d, step %d", seed, step).isEmpty();
                assertThat(Await.value(integrity.violations()))
                        .as("history %d, step %d", seed, step)
                        .isEmpty();
                assertThat(BoardDifference.of(shop))
                        .as("board of history %d, step %d", seed, step)
                        .isEqualTo(Money.ZERO);
            }
        }
    }

    private static SpendingBooks books(ConfigurableApplicationContext shop, TestDatabase database) {
        SpendingBooks books =
                new SpendingBooks(
                        shop.getBean(Booking.class),
                        shop.getBean(BookkeepingStore.class),
                        shop.getBean(Spending.class),
                        shop.getBean(DatabaseClient.class),
                        database,
                        shop.getBean(TransactionalOperator.class));
        books.open();
        return books;
    }
}
