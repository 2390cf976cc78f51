package org.lfnkr.zabuton.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.orders.Cart;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.Pricing;
import org.lfnkr.zabuton.stock.Arrival;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.PausingProxy;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;

import java.time.Duration;

/** How often what people do waits for the database, counted where its connections go through. */
@ModuleTest
@Import(SignInSamples.class)
@TestPropertySource(
        properties = {
            "pausing-database=true",
            "zabuton.requests.answer=3s",
            "spring.r2dbc.pool.initial-size=1",
            "spring.r2dbc.pool.max-size=4",
            "spring.r2dbc.pool.max-acquire-time=1s"
        })
class RoundTripsPageTests {

    private static final int BEGIN_AND_COMMIT = 2;

    @Autowired PausingProxy database;
    @Autowired DatabaseClient client;
    @Autowired Pricing pricing;
    @Autowired Orders orders;
    @Autowired Stock stock;

    @BeforeEach
    void farAway() {
        database.standAt(Duration.ofMillis(30));
    }

    @AfterEach
    void near() {
        database.standAt(Duration.ZERO);
    }

    /** Beside what is looked up before: whether an earlier order of the attempt is to be ended. */
    @Test
    void anOrderIsPlacedInThreeBesidesBeginAndCommit() {
        OrderSamples samples = new OrderSamples(client, pricing);
        VariantId piece = samples.variant("HAT-WOOL");
        Await.done(stock.receive(piece, 5, Arrival.MADE));
        place(samples.wish(Cart.EMPTY.add(piece, 1)));
        PlaceOrder wish = samples.wish(Cart.EMPTY.add(piece, 1));
        int before = database.turns();

        place(wish);

        int lookedUp = 1;
        assertThat(database.turns() - before).isLessThanOrEqualTo(lookedUp + BEGIN_AND_COMMIT + 3);
    }

    private void place(PlaceOrder wish) {
        assertThat(Await.value(orders.place(wish))).isInstanceOf(Placement.Placed.class);
    }
}
