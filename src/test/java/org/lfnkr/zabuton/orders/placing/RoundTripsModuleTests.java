package org.lfnkr.zabuton.orders.placing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.stock.Arrival;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.StatementLog;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import java.util.List;

/** What an order asks of the database, however popular its piece is. */
@ModuleTest
@Import(OrderSamples.class)
class RoundTripsModuleTests {

    @Autowired Orders orders;
    @Autowired OrderSamples samples;
    @Autowired Stock stock;
    @Autowired TestDatabase database;

    @Test
    void anOrderIsPlacedInThreeStatementsOfWhichTheLastHoldsThePiece() {
        VariantId hat = samples.variant("HAT-WOOL");
        Await.done(stock.receive(hat, 2, Arrival.MADE));
        PlaceOrder first = samples.wish(Cart.EMPTY.add(hat, 1));
        PlaceOrder wish = samples.wish(Cart.EMPTY.add(hat, 1));
        Await.value(orders.place(first));

        try (StatementLog log = StatementLog.of(database)) {
            assertThat(Await.value(orders.place(wish))).isInstanceOf(Placement.Placed.class);

            List<String> statements = log.statements();
            assertThat(statements).hasSize(5);
            assertThat(statements.getFirst()).startsWithIgnoringCase("BEGIN");
            assertThat(statements.get(1)).contains("orders.look(");
            assertThat(statements.get(2)).startsWith("select").doesNotContain("for update");
            assertThat(statements.get(3)).contains("orders.place(");
            assertThat(statements.getLast()).isEqualToIgnoringCase("COMMIT");
        }
    }
}
