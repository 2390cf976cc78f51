package org.lfnkr.zabuton.stock;

import org.lfnkr.zabuton.catalog.VariantId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Pieces that go to a counter and come back. Items are locked in the order of their ids. */
@Repository
class CounterStockStore {

    private static final String SHORT =
            """
            with wanted as (
                select variant_id, sum(quantity)::integer as quantity
                from unnest(cast(:variants as uuid[]), cast(:quantities as integer[])) as line (variant_id, quantity)
                group by variant_id
            ), item as (
                select i.variant_id, i.on_hand - i.reserved as available
                from stock.item i join wanted using (variant_id)
                order by i.variant_id
                for no key update of i
            )
            select variant_id, coalesce(available, 0) as available
            from wanted left join item using (variant_id)
            where coalesce(available, 0) < quantity
            """;

    private static final String MOVE =
            """
            with wanted as (
                select variant_id, quantity, form
                from unnest(cast(:variants as uuid[]), cast(:quantities as integer[]), cast(:forms as uuid[]))
                    as line (variant_id, quantity, form)
            ), item as (
                select i.variant_id from stock.item i join wanted using (variant_id)
                order by i.variant_id
                for no key update of i
            )
            insert into stock.movement (variant_id, on_hand, reserved, reason, holder, form, actor)
            select variant_id, case :reason when 'taken' then -quantity else quantity end, 0, :reason,
                :holder, form, :actor
            from wanted join item using (variant_id)
            on conflict (form) do nothing
            """;

    private final DatabaseClient database;

    CounterStockStore(DatabaseClient database) {
        this.database = database;
    }

    /** Of what there is less than is wanted, how many can be had; empty where there is enough. */
    Mono<Map<VariantId, Integer>> shortages(List<StockLine> lines) {
        return bind(database.sql(SHORT), lines)
                .mapProperties(StockStore.Availability.class)
                .all()
                .collectMap(it -> new VariantId(it.variantId()), it -> it.available())
                .filter(shortages -> !shortages.isEmpty());
    }

    Mono<Boolean> isKnown(UUID form, List<StockLine> lines) {
        return database.sql("select exists (select from stock.movement where form = any(:forms))")
                .bind("forms", ids(form, lines))
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Void> move(UUID holder, List<StockLine> lines, String reason, UUID form, String actor) {
        return bind(database.sql(MOVE), lines)
                .bind("forms", ids(form, lines))
                .bind("reason", reason)
                .bind("holder", holder)
                .bind("actor", actor)
                .then();
    }

    private static UUID[] ids(UUID form, List<StockLine> lines) {
        return lines.stream().map(line -> id(form, line)).toArray(UUID[]::new);
    }

    /** Each piece of a form is a movement of its own. */
    private static UUID id(UUID form, StockLine line) {
        String name = form + "/" + line.variant();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec sql, List<StockLine> lines) {
        return sql.bind(
                        "variants",
                        lines.stream().map(it -> it.variant().value()).toArray(UUID[]::new))
                .bind(
                        "quantities",
                        lines.stream().map(StockLine::quantity).toArray(Integer[]::new));
    }
}
