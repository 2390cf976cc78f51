package org.lfnkr.zabuton.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.support.TestEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Histories that nobody has thought of, on the database and on the model, which must say the same
 * after each step. A few of them here; {@code -Dzabuton.histories=200} lives through as many as one
 * wants.
 */
class SpendingHistoriesModuleTests {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static ConfigurableApplicationContext shop;

    @BeforeAll
    static void open() {
        shop = TestEnvironment.start(DATABASE);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void theBooksSayWhatTheRuleSaysWhateverHappens() {
        for (int seed = 0; seed < Integer.getInteger("zabuton.histories", 5); seed++) {
            SpendingHistory history = new SpendingHistory(books(), seed);
            for (int step = 0; step < 16; step++) {
                history.step();
                assertThat(history.differences()).as("history %d, step %d", seed, step).isEmpty();
                assertThat(Await.value(shop.getBean(Integrity.class).violations()))
                        .as("history %d, step %d", seed, step)
                        .isEmpty();
            }
        }
    }

    private static SpendingBooks books() {
        SpendingBooks books =
                new SpendingBooks(
                        shop.getBean(Booking.class),
                        shop.getBean(BookkeepingStore.class),
                        shop.getBean(Spending.class),
                        shop.getBean(DatabaseClient.class),
                        DATABASE,
                        shop.getBean(TransactionalOperator.class));
        books.open();
        return books;
    }
}
