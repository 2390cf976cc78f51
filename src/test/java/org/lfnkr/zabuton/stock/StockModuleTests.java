package org.lfnkr.zabuton.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.stock.ReservationResult.OutOfStock;
import org.lfnkr.zabuton.stock.ReservationResult.Reserved;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.List;
import java.util.Map;
import java.util.UUID;

@ModuleTest
class StockModuleTests {

    @Autowired Stock stock;
    @Autowired DatabaseClient database;

    @Test
    void holdsWhatIsThere() {
        VariantId variant = inStock(5);

        ReservationResult result = reserve(UUID.randomUUID(), line(variant, 3));

        assertThat(result).isEqualTo(new Reserved());
        assertThat(available(variant)).isEqualTo(2);
    }

    @Test
    void refusesWhenStockRanOut() {
        VariantId variant = inStock(2);

        ReservationResult result = reserve(UUID.randomUUID(), line(variant, 3));

        assertThat(result).isEqualTo(new OutOfStock(Map.of(variant, 2)));
        assertThat(available(variant)).isEqualTo(2);
    }

    @Test
    void holdsAllLinesOrNone() {
        VariantId plenty = inStock(9);
        VariantId scarce = inStock(1);

        ReservationResult result =
                reserve(UUID.randomUUID(), line(plenty, 1), line(scarce, 2), line(unknown(), 1));

        assertThat(((OutOfStock) result).available()).containsKey(scarce).doesNotContainKey(plenty);
        assertThat(available(plenty)).isEqualTo(9);
    }

    @Test
    void sumsTheSameVariantInTwoLines() {
        VariantId variant = inStock(3);

        assertThat(reserve(UUID.randomUUID(), line(variant, 2), line(variant, 2)))
                .isEqualTo(new OutOfStock(Map.of(variant, 3)));
        assertThat(reserve(UUID.randomUUID(), line(variant, 1), line(variant, 2)))
                .isEqualTo(new Reserved());
    }

    @Test
    void holdsOnceForOneHolder() {
        VariantId variant = inStock(1);
        UUID holder = UUID.randomUUID();

        assertThat(reserve(holder, line(variant, 1))).isEqualTo(new Reserved());
        assertThat(reserve(holder, line(variant, 1))).isEqualTo(new Reserved());
        assertThat(available(variant)).isZero();
    }

    @Test
    void holdsNothingForAnOrderWithoutStockedLines() {
        assertThat(reserve(UUID.randomUUID())).isEqualTo(new Reserved());
    }

    @Test
    void releaseFreesOnceAndAllowsANewHold() {
        VariantId variant = inStock(2);
        UUID holder = UUID.randomUUID();
        reserve(holder, line(variant, 2));

        Await.done(stock.release(holder).then(stock.release(holder)));

        assertThat(available(variant)).isEqualTo(2);
        assertThat(reserve(holder, line(variant, 1))).isEqualTo(new Reserved());
        assertThat(available(variant)).isEqualTo(1);
    }

    @Test
    void sellsOnceAndNotAfterARelease() {
        VariantId variant = inStock(5);
        UUID buyer = UUID.randomUUID();
        UUID leaver = UUID.randomUUID();
        reserve(buyer, line(variant, 2));
        reserve(leaver, line(variant, 1));

        Await.done(stock.sell(buyer).then(stock.sell(buyer)).then(stock.release(buyer)));
        Await.done(stock.release(leaver).then(stock.sell(leaver)));

        assertThat(item(variant)).containsEntry("on_hand", 3).containsEntry("reserved", 0);
    }

    @Test
    void takesBackNoMoreThanWasSold() {
        VariantId variant = inStock(5);
        UUID holder = UUID.randomUUID();
        reserve(holder, line(variant, 3));

        takeBack(holder, line(variant, 1));
        assertThat(available(variant)).as("held pieces never left").isEqualTo(2);
        Await.done(stock.sell(holder));
        takeBack(holder, line(variant, 1));
        assertThat(available(variant)).isEqualTo(3);
        takeBack(holder, line(variant, 3));
        takeBack(holder, line(variant, 3));
        assertThat(available(variant)).isEqualTo(5);
    }

    @Test
    void knowsNothingOfAnUnknownVariant() {
        assertThat(available(unknown())).isZero();
    }

    @Test
    void keepsTheApplicationFromRewritingHistory() {
        VariantId variant = inStock(1);

        assertThatThrownBy(() -> run("update stock.movement set on_hand = 9", variant))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> run("delete from stock.movement", variant))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> run("update stock.item set on_hand = 9", variant))
                .hasMessageContaining("permission denied");
    }

    private VariantId inStock(int quantity) {
        VariantId variant = unknown();
        Await.done(stock.receive(variant, quantity, Arrival.MADE));
        return variant;
    }

    private static VariantId unknown() {
        return new VariantId(UUID.randomUUID());
    }

    private static StockLine line(VariantId variant, int quantity) {
        return new StockLine(variant, quantity);
    }

    private ReservationResult reserve(UUID holder, StockLine... lines) {
        return Await.value(stock.reserve(holder, List.of(lines)));
    }

    private void takeBack(UUID holder, StockLine... lines) {
        Await.done(stock.takeBack(holder, List.of(lines)));
    }

    private int available(VariantId variant) {
        return Await.value(stock.available(List.of(variant)).mapNotNull(it -> it.get(variant)));
    }

    private Map<String, Object> item(VariantId variant) {
        String sql = "select on_hand, reserved from stock.item where variant_id = :id";
        return Await.value(database.sql(sql).bind("id", variant.value()).fetch().one());
    }

    private void run(String sql, VariantId variant) {
        String one = sql + " where variant_id = :id";
        Await.done(database.sql(one).bind("id", variant.value()).fetch().rowsUpdated());
    }
}
