package org.lfnkr.zabuton.bookkeeping.balance;

import org.junit.jupiter.api.AfterEach;
import org.lfnkr.zabuton.bookkeeping.checks.BalanceChecks;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.AccountBalance;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** Reads the simulator's balance, and leaves no line of it to other tests. */
@ModuleTest
@Import(OrderSamples.class)
abstract class BalanceTest {

    /** No other test can have bought the last one. */
    private static final String MADE_TO_ORDER = "BLANKET-INDIGO";

    @Autowired ApplicationContext application;
    @Autowired StripeSimulator stripe;
    @Autowired DatabaseClient database;
    @Autowired TestDatabase testDatabase;
    @Autowired MovableClock clock;
    @Autowired BalanceChecks checks;
    @Autowired Orders orders;
    @Autowired OrderSamples samples;

    @AfterEach
    void forgetTheBalance() throws SQLException {
        owner(
                """
                delete from payments.balance_line;
                delete from payments.payout;
                delete from payments.balance_stated;
                update payments.balance_cursor set read_until = 'epoch', pass_until = null, pass_after = null,
                    listed = 0
                """);
    }

    void owner(String sql) throws SQLException {
        try (Connection owner = testDatabase.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    AccountBalance account() {
        return stripe.account();
    }

    /** Pays out in a second of its own, so that it is known which payout came later. */
    String payOut() {
        clock.advance(Duration.ofSeconds(2));
        return account().payOut();
    }

    void read() {
        StripeNews.readBalance(application);
    }

    /** What the journal says of a line: each posting as account, fund and yen. */
    List<String> entry(String line) {
        return entryOf("stripe:" + line);
    }

    List<String> entryOf(String source) {
        return Await.value(
                database.sql(
                                """
                                select concat_ws(' ', p.account, p.fund, p.yen) from ledger.posting p
                                    join ledger.entry e on e.id = p.entry_id
                                where e.source = :source order by 1
                                """)
                        .bind("source", source)
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }

    /** The lines of one object at Stripe that are kept, oldest first. */
    List<String> linesOf(String source) {
        return Await.value(
                database.sql(
                                "select id from payments.balance_line where source = :source"
                                        + " order by created_at, kind, id")
                        .bind("source", source)
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }

    /** One field of a line, as text. */
    String kept(String line, String json) {
        return Await.value(
                database.sql(
                                "select coalesce(to_jsonb(l) ->> :field, '') from payments.balance_line l"
                                        + " where id = :line")
                        .bind("field", json)
                        .bind("line", line)
                        .mapValue(String.class)
                        .one());
    }

    long sum(String sql) {
        return Await.value(database.sql(sql).mapValue(Long.class).one());
    }

    Order pay() {
        Cart cart = Cart.EMPTY.add(samples.variant(MADE_TO_ORDER), 1);
        Placement.Placed placed = (Placement.Placed) Await.value(orders.place(samples.wish(cart)));
        Order order = Await.value(orders.open(placed.link()));
        Opening.Open page = (Opening.Open) Await.value(orders.pay(order));
        stripe.shopper(page.url().toString()).payByCard("4242424242424242");
        stripe.settle();
        return order;
    }
}
