package org.lfnkr.zabuton.stock.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.stock.Arrival;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.stock.StockLine;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Counts while others buy, cancel and bring. */
@ModuleTest
class CountCrowdModuleTests {

    private static final int AT_ONCE = 40;

    @Autowired Counts counts;
    @Autowired Stock stock;
    @Autowired Integrity integrity;
    @Autowired DatabaseClient database;
    @Autowired TestDatabase testDatabase;

    @RepeatedTest(3)
    void whateverHappensAtOnceTheStockIsTheSumOfItsMovements() {
        Random random = new Random();
        VariantId variant = arrived(30);

        Await.value(
                Flux.fromStream(Stream.generate(() -> act(random, variant)).limit(200))
                        .flatMap(it -> it.thenReturn(true), AT_ONCE)
                        .collectList());

        assertThat(number("select on_hand - reserved from stock.item", variant)).isNotNegative();
        assertThat(number("select coalesce(sum(booked), 0)::int from stock.stocktake", variant))
                .isEqualTo(
                        number(
                                "select coalesce(sum(on_hand) filter (where reason = 'counted'), 0)::int from stock.movement",
                                variant));
        assertThat(violations(variant)).isEmpty();
    }

    private Mono<?> act(Random random, VariantId variant) {
        UUID holder = UUID.randomUUID();
        List<StockLine> lines = List.of(new StockLine(variant, 1 + random.nextInt(3)));
        return switch (random.nextInt(6)) {
            case 0 -> stock.receive(variant, 1 + random.nextInt(3), Arrival.MADE);
            case 1 -> stock.reserve(holder, lines).then(stock.release(holder));
            case 2 -> stock.reserve(holder, lines).then(stock.sell(holder));
            case 3 ->
                    stock.reserve(holder, lines)
                            .then(stock.sell(holder))
                            .then(stock.takeBack(holder, lines));
            default -> counts.note(count(variant, random.nextInt(60), "p" + random.nextInt(3)));
        };
    }

    /** The shop's role could not do this; somebody with the owner's could. */
    @Test
    void theNightlyCheckSeesAStockThatIsNotTheSumOfItsMovements() throws SQLException {
        VariantId variant = arrived(3);
        String change = "update stock.item set on_hand = on_hand %s where variant_id = '%s'";

        try (Connection connection = testDatabase.connectSimply();
                Statement statement = connection.createStatement()) {
            statement.execute(change.formatted("+ 1", variant.value()));
            try {
                assertThat(violations(variant))
                        .containsExactly("the stock of " + variant + " differs from its movements");
            } finally {
                statement.execute(change.formatted("- 1", variant.value()));
            }
        }
    }

    @Test
    void nobodyIsTheirOwnSecondWhateverTheApplicationSays() {
        VariantId variant = arrived(30);
        Stocktake count = count(variant, 3, "first");
        assertThat(Await.value(counts.note(count))).isEqualTo(new Tally.Waits());

        String confirm =
                "update stock.stocktake set state = 'booked', confirmed_by = %s, confirmed_at = %s where id = '%s'";
        assertThatThrownBy(() -> run(confirm.formatted("'first'", "now()", count.id())))
                .hasMessageContaining("second_is_another");
        assertThatThrownBy(() -> run(confirm.formatted("null", "null", count.id())))
                .hasMessageContaining("large_difference_has_a_second");
        String move =
                "insert into stock.movement (variant_id, on_hand, reserved, reason, stocktake, actor) values ('%s', -27, 0, 'counted', '%s', 'x')";
        assertThatThrownBy(() -> run(move.formatted(variant, count.id())))
                .as("nothing moves before it holds")
                .hasMessageContaining("movement_stocktake");
    }

    private void run(String sql) {
        Await.done(database.sql(sql).then());
    }

    private static Stocktake count(VariantId variant, int counted, String by) {
        return new Stocktake(UUID.randomUUID(), variant, counted, by);
    }

    private VariantId arrived(int quantity) {
        VariantId variant = new VariantId(UUID.randomUUID());
        Await.done(stock.receive(variant, quantity, Arrival.MADE));
        return variant;
    }

    private int number(String sql, VariantId variant) {
        return Await.value(
                database.sql(sql + " where variant_id = :id")
                        .bind("id", variant.value())
                        .mapValue(Integer.class)
                        .one());
    }

    private List<String> violations(VariantId variant) {
        return Await.value(integrity.violations()).stream()
                .filter(it -> it.contains(variant.toString()))
                .toList();
    }
}
