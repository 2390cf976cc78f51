package org.lfnkr.zabuton.stock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.stock.ReservationResult.Reserved;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Many at once. The crowd is drawn from a fixed seed, so a failure can be looked at again. */
@ModuleTest
class StockCrowdModuleTests {

    private static final int AT_ONCE = 50;
    private static final long SEED = 20261122;

    private static final String UNEXPLAINED =
            """
            select count(*)
            from stock.item i
            where i.on_hand is distinct from (
                    select coalesce(sum(m.on_hand), 0)
                    from stock.movement m where m.variant_id = i.variant_id)
                or i.reserved is distinct from (
                    select coalesce(sum(m.reserved), 0)
                    from stock.movement m where m.variant_id = i.variant_id)
                or i.reserved is distinct from (
                    select coalesce(sum(r.quantity), 0)
                    from stock.reservation r
                    where r.variant_id = i.variant_id and r.state = 'held')
            """;

    @Autowired Stock stock;
    @Autowired DatabaseClient database;

    @Test
    void fiftyBuyersOfTheLastPieceMakeOneOrder() {
        VariantId last = inStock(1);

        List<ReservationResult> results =
                atOnce(
                        Stream.generate(() -> stock.reserve(UUID.randomUUID(), line(last, 1)))
                                .limit(AT_ONCE));

        assertThat(results).hasSize(AT_ONCE).containsOnlyOnce(new Reserved());
        assertThat(available(last)).isZero();
    }

    @Test
    void fiftyClicksOfOneHolderMakeOneHold() {
        VariantId last = inStock(1);
        UUID holder = UUID.randomUUID();

        List<ReservationResult> results =
                atOnce(Stream.generate(() -> stock.reserve(holder, line(last, 1))).limit(AT_ONCE));

        assertThat(results).hasSize(AT_ONCE).containsOnly(new Reserved());
        assertThat(available(last)).isZero();
    }

    @Test
    void aCrowdOfMixedOrdersNeitherLocksUpNorOversells() {
        Random random = new Random(SEED);
        List<VariantId> variants = Stream.generate(() -> inStock(40)).limit(6).toList();

        List<ReservationResult> results =
                atOnce(Stream.generate(() -> visit(random, variants)).limit(400));

        assertThat(results).hasSize(400).hasAtLeastOneElementOfType(Reserved.class);
        assertThat(count(UNEXPLAINED)).isZero();
        assertThat(Await.value(stock.available(variants)).values()).allMatch(it -> it >= 0);
    }

    private Mono<ReservationResult> visit(Random random, List<VariantId> variants) {
        UUID holder = UUID.randomUUID();
        List<StockLine> lines = lines(random, variants);
        Mono<Void> end =
                switch (random.nextInt(4)) {
                    case 0 -> stock.release(holder);
                    case 1 -> stock.sell(holder);
                    case 2 -> stock.sell(holder).then(stock.takeBack(holder, lines));
                    default -> stock.release(holder).and(stock.sell(holder));
                };
        return stock.reserve(holder, lines).flatMap(end::thenReturn);
    }

    private static List<StockLine> lines(Random random, List<VariantId> variants) {
        return random.ints(1 + random.nextInt(5), 0, variants.size())
                .mapToObj(index -> new StockLine(variants.get(index), 1 + random.nextInt(3)))
                .toList();
    }

    private static <T> List<T> atOnce(Stream<Mono<T>> calls) {
        return Await.value(Flux.fromStream(calls).flatMap(it -> it, AT_ONCE).collectList());
    }

    private VariantId inStock(int quantity) {
        VariantId variant = new VariantId(UUID.randomUUID());
        Await.done(stock.receive(variant, quantity, Arrival.MADE));
        return variant;
    }

    private static List<StockLine> line(VariantId variant, int quantity) {
        return List.of(new StockLine(variant, quantity));
    }

    private int available(VariantId variant) {
        return Await.value(stock.available(List.of(variant)).mapNotNull(it -> it.get(variant)));
    }

    private long count(String sql) {
        return Await.value(database.sql(sql).mapValue(Long.class).one());
    }
}
