package org.lfnkr.zabuton.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.lfnkr.zabuton.GrowingTables;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.fulfilment.PaidOrders;
import org.lfnkr.zabuton.fulfilment.SentOrders;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** A running shop with years of orders, gifts and plans in its database. */
final class Years {

    private static final String[] GOODS = {"HAT-WOOL", "CUSHION-MOSS", "SCARF-INDIGO"};

    private final ConfigurableApplicationContext shop;
    private final TestDatabase database;
    private final PaidOrders paid;

    Years(ConfigurableApplicationContext shop, TestDatabase database) {
        this.shop = shop;
        this.database = database;
        this.paid = paidOrders(shop);
    }

    /** What sells in a running shop. */
    static PaidOrders paidOrders(ConfigurableApplicationContext shop) {
        AutowireCapableBeanFactory beans = shop.getAutowireCapableBeanFactory();
        shop.getBeanFactory()
                .registerSingleton("orderSamples", beans.createBean(OrderSamples.class));
        return beans.createBean(PaidOrders.class);
    }

    PaidOrders paid() {
        return paid;
    }

    /**
     * Really sells and gives, and copies that.
     *
     * @param orders sold for real; the number of monthly plans is a fifth of it, and of gifts too
     * @param copies of each
     */
    void pass(int orders, int copies) throws SQLException, IOException {
        for (int n = 0; n < orders; n++) {
            sell(n);
        }
        for (int n = 0; n < 2 * orders / 5; n++) {
            give(n);
        }
        // So that what Stripe lists is copied with what it belongs to.
        StripeNews.readBalance(shop);
        run("/db/copies.sql", "zabuton.copies", Integer.toString(copies));
    }

    /**
     * Fills the shelf. After years have passed: what they copy would be copied with it.
     *
     * @param products as many at least, each with its variants
     */
    void stock(int products) throws SQLException, IOException {
        run("/db/wares.sql", "zabuton.products", Integer.toString(products));
    }

    /**
     * @throws IllegalStateException when the books of the whole don't agree
     */
    void check() {
        List<String> wrong =
                shop.getBean(Integrity.class).violations().block(Duration.ofMinutes(30));
        if (wrong == null || !wrong.isEmpty()) {
            throw new IllegalStateException("The books don't agree: " + wrong);
        }
    }

    private void sell(int n) {
        Language language = n % 2 == 0 ? Language.JA : Language.EN;
        Order order = paid.paid(language, 1 + n % 3, GOODS[n % GOODS.length]);
        if (n % 10 != 9) {
            SentOrders.send(shop, order);
        }
        if (n % 10 == 8) {
            paid.refund(order, 1_000);
        }
        if (n % 10 == 7) {
            paid.closeDispute(paid.dispute(order), n % 20 == 7);
        }
    }

    private void give(int n) {
        EmailAddress giver = new EmailAddress("giver-" + n + "@example.org");
        Frequency frequency = n % 2 == 0 ? Frequency.MONTHLY : Frequency.ONCE;
        new GiftSamples(shop).given(GiftSamples.wish(giver, frequency));
    }

    private void run(String file, String setting, String value) throws SQLException, IOException {
        try (Connection connection = database.connectSimply();
                Statement statement = connection.createStatement();
                InputStream script = Years.class.getResourceAsStream(file)) {
            statement.execute("set %s = %s".formatted(setting, value));
            statement.execute(
                    "set zabuton.small = '" + String.join(",", GrowingTables.small()) + "'");
            statement.execute(new String(script.readAllBytes(), UTF_8));
        }
    }
}
