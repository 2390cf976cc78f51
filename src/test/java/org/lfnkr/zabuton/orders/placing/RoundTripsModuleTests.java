package org.lfnkr.zabuton.orders.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.outbox.Notifications;
import org.lfnkr.zabuton.pagecache.PageCacheTest;
import org.lfnkr.zabuton.stock.Arrival;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.StatementLog;
import org.lfnkr.zabuton.support.StatementLog.Sent;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an order asks of the database, in a shop that hears of changes and so has prices and rates
 * in its memory.
 */
@PageCacheTest
class RoundTripsModuleTests {

    @Autowired Orders orders;
    @Autowired Stock stock;
    @Autowired Notifications notifications;
    @Autowired TestDatabase database;
    @Autowired AutowireCapableBeanFactory beans;

    @Test
    void anOrderIsPlacedInThreeStatementsOfWhichTheLastHoldsThePiece() {
        await().atMost(Duration.ofSeconds(30)).until(notifications::isHeard);
        OrderSamples samples = beans.createBean(OrderSamples.class);
        VariantId hat = samples.variant("HAT-WOOL");
        Await.done(stock.receive(hat, 2, Arrival.MADE));
        PlaceOrder first = samples.wish(Cart.EMPTY.add(hat, 1));
        PlaceOrder wish = samples.wish(Cart.EMPTY.add(hat, 1));
        Await.value(orders.place(first));

        try (StatementLog log = StatementLog.of(database)) {
            assertThat(Await.value(orders.place(wish))).isInstanceOf(Placement.Placed.class);

            List<Sent> all = log.statements();
            List<Sent> placing = transaction(all);
            assertThat(placing).hasSize(5);
            assertThat(placing.getFirst().sql()).startsWith("BEGIN");
            assertThat(placing.get(1).says("orders.look(")).isTrue();
            assertThat(placing.get(2).says("allocation_policy")).isTrue();
            assertThat(placing.get(3).says("orders.place(")).isTrue();
            assertThat(placing.getLast().sql()).isEqualTo("COMMIT");
            // The background has other things to do.
            assertThat(all.stream().filter(sent -> sent.says("attempt = $"))).hasSize(1);
        }
    }

    /** All that was sent over the connection of the order, from its beginning to its end. */
    private static List<Sent> transaction(List<Sent> all) {
        String connection =
                all.stream()
                        .filter(sent -> sent.says("orders.place("))
                        .map(Sent::connection)
                        .findFirst()
                        .orElseThrow();
        List<Sent> sent = all.stream().filter(it -> it.connection().equals(connection)).toList();
        List<String> sql = sent.stream().map(Sent::sql).toList();
        int placed =
                IntStream.range(0, sql.size())
                        .filter(i -> sent.get(i).says("orders.place("))
                        .findFirst()
                        .orElseThrow();
        int begun = sql.subList(0, placed).lastIndexOf("BEGIN READ WRITE");
        int ended = placed + sql.subList(placed, sql.size()).indexOf("COMMIT");
        return sent.subList(begun, ended + 1);
    }
}
