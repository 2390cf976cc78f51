package org.lfnkr.zabuton.benchmarks;

import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.support.TestEnvironment;
import org.springframework.context.ConfigurableApplicationContext;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Monthly plans that are all charged on one day: how many a second the shop takes in, from Stripe's
 * events to the books, receipts and letters that follow. Started by {@code infra/bench/bench.mjs}.
 */
public final class RenewalsBenchmark {

    private static final Duration A_MONTH = Duration.ofDays(32);

    private RenewalsBenchmark() {}

    /**
     * @param args where to write what was found, number of plans
     */
    public static void main(String[] args) throws Exception {
        int plans = Integer.parseInt(args[1]);
        System.setProperty("simulated-time", "true");
        TestDatabase database = TestDatabase.fresh();
        try (ConfigurableApplicationContext shop = TestEnvironment.start(database)) {
            for (int n = 0; n < plans; n++) {
                EmailAddress giver = new EmailAddress("giver-" + n + "@example.org");
                new GiftSamples(shop).given(GiftSamples.wish(giver, Frequency.MONTHLY));
            }
            long before = charges(database);
            shop.getBean(StripeSimulator.class).clock().advance(A_MONTH);
            long begun = System.nanoTime();
            StripeNews.hear(shop);
            double seconds = (System.nanoTime() - begun) / 1e9;
            long renewed = charges(database) - before;
            if (renewed != plans) {
                throw new IllegalStateException(renewed + " of " + plans + " plans were renewed");
            }
            Files.writeString(Path.of(args[0]), "{\"rate\": %s}".formatted(renewed / seconds));
        }
        System.exit(0);
    }

    private static long charges(TestDatabase database) throws SQLException {
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement();
                var row = statement.executeQuery("select count(*) from giving.charge")) {
            row.next();
            return row.getLong(1);
        }
    }
}
