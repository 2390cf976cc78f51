package org.lfnkr.zabuton.benchmarks;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.stock.Arrival;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.context.ConfigurableApplicationContext;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;

/** Orders of one piece of which there is plenty, eight at once, each by somebody else. */
final class PlacedOrders {

    static final int AT_ONCE = 8;
    private static final int BATCH = 40;
    private static final int PLENTY = 1_000_000;

    private final Orders orders;
    private final PlaceOrder wish;

    PlacedOrders(ConfigurableApplicationContext shop, TestDatabase database) throws SQLException {
        orders = shop.getBean(Orders.class);
        VariantId popular = popular(database);
        Await.done(shop.getBean(Stock.class).receive(popular, PLENTY, Arrival.MADE));
        wish =
                shop.getAutowireCapableBeanFactory()
                        .createBean(OrderSamples.class)
                        .wish(Cart.EMPTY.add(popular, 1));
    }

    private static VariantId popular(TestDatabase database) throws SQLException {
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement();
                var row =
                        statement.executeQuery(
                                "select variant_id from stock.item order by on_hand desc limit 1")) {
            row.next();
            return new VariantId(row.getObject(1, UUID.class));
        }
    }

    double aSecond(int seconds) {
        long begun = System.nanoTime();
        long placed = 0;
        while (System.nanoTime() - begun < seconds * 1_000_000_000L) {
            placed +=
                    Objects.requireNonNull(
                            Flux.range(0, BATCH)
                                    .flatMap(number -> place(), AT_ONCE)
                                    .count()
                                    .block());
        }
        return placed * 1e9 / (System.nanoTime() - begun);
    }

    void one() {
        place().block();
    }

    private Mono<Placement.Placed> place() {
        UUID attempt = UUID.randomUUID();
        return orders.place(
                        new PlaceOrder(
                                attempt,
                                wish.cart(),
                                wish.delivery(),
                                new EmailAddress("buyer-" + attempt + "@example.org"),
                                wish.language(),
                                wish.seen(),
                                true))
                .cast(Placement.Placed.class);
    }
}
