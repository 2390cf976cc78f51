package org.lfnkr.zabuton.stock;

import org.lfnkr.zabuton.catalog.VariantId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Each change is one statement. It locks its items in the order of their ids before anything else,
 * so that no two changes wait for each other, and writes movements, from which a trigger moves the
 * items.
 */
@Repository
class StockStore {

    private static final String WANTED =
            """
            with wanted as (
                select variant_id, sum(quantity)::integer as quantity
                from unnest(cast(:variants as uuid[]), cast(:quantities as integer[])) as line (variant_id, quantity)
                group by variant_id
            ),
            """;

    private static final String RESERVE =
            """
            select short_variant as variant_id, short_available as available
            from stock.reserve(:holder, :variants, :quantities)
            """;

    private static final String SETTLE =
            """
            with item as (
                select i.variant_id
                from stock.item i join stock.reservation r using (variant_id)
                where r.holder = :holder
                order by i.variant_id
                for no key update of i
            ), settled as (
                update stock.reservation r set state = :state
                from item
                where r.holder = :holder and r.variant_id = item.variant_id and r.state = 'held'
                returning r.variant_id, r.quantity
            )
            insert into stock.movement (variant_id, on_hand, reserved, reason, holder)
            select variant_id, case :state when 'sold' then -quantity else 0 end, -quantity, :state,
                :holder
            from settled
            """;

    private static final String BACK =
            WANTED
                    + """
                    item as (
                        select i.variant_id,
                            least(wanted.quantity, r.quantity - r.returned) as quantity
                        from stock.item i
                            join wanted using (variant_id)
                            join stock.reservation r using (variant_id)
                        where r.holder = :holder and r.state = 'sold' and r.returned < r.quantity
                        order by i.variant_id
                        for no key update of i, r
                    ), back as (
                        update stock.reservation r set returned = r.returned + item.quantity
                        from item
                        where r.holder = :holder and r.variant_id = item.variant_id
                        returning item.variant_id, item.quantity
                    )
                    """;

    private static final String TAKE_BACK =
            BACK
                    + """
                    insert into stock.movement (variant_id, on_hand, reserved, reason, holder)
                    select variant_id, quantity, 0, 'returned', :holder from back
                    """;

    /** What came back and can't be sold again is in the history, and not on the shelf. */
    private static final String TAKE_BACK_DAMAGED =
            BACK
                    + """
                    insert into stock.movement
                        (variant_id, on_hand, reserved, reason, holder, actor, ground)
                    select variant_id, quantity, 0, 'returned', :holder, null, null from back
                    union all
                    select variant_id, -quantity, 0, 'damaged', null, :actor, 'flawed' from back
                    """;

    /** Pieces of the shelf go to a holder to whom as many were sold before. */
    private static final String REPLACE =
            WANTED
                    + """
                    item as (
                        select i.variant_id, wanted.quantity
                        from stock.item i
                            join wanted using (variant_id)
                            join stock.reservation r using (variant_id)
                        where r.holder = :holder and r.state = 'sold'
                        order by i.variant_id
                        for no key update of i, r
                    ), more as (
                        update stock.reservation r set quantity = r.quantity + item.quantity
                        from item
                        where r.holder = :holder and r.variant_id = item.variant_id
                        returning item.variant_id, item.quantity
                    )
                    insert into stock.movement (variant_id, on_hand, reserved, reason, holder, actor)
                    select variant_id, -quantity, 0, 'replaced', :holder, :actor from more
                    """;

    private static final String RECEIVE =
            """
            with item as (
                insert into stock.item (variant_id) values (:variant) on conflict do nothing
            )
            insert into stock.movement (variant_id, on_hand, reserved, reason)
            values (:variant, :quantity, 0, :reason)
            """;

    private static final String AVAILABLE =
            """
            select variant_id, coalesce(on_hand - reserved, 0) as available
            from unnest(cast(:variants as uuid[])) as wanted (variant_id) left join stock.item using (variant_id)
            """;

    private static final String HAS_CLAIM =
            "select exists (select from stock.reservation"
                    + " where holder = :holder and state <> 'released')";

    private final DatabaseClient database;

    StockStore(DatabaseClient database) {
        this.database = database;
    }

    /** Holds all lines or none; answers what is available of each variant that fell short. */
    Mono<Map<VariantId, Integer>> reserve(UUID holder, List<StockLine> lines) {
        return availability(bind(database.sql(RESERVE), lines).bind("holder", holder));
    }

    Mono<Boolean> hasClaim(UUID holder) {
        return database.sql(HAS_CLAIM).bind("holder", holder).mapValue(Boolean.class).one();
    }

    Mono<Void> release(UUID holder) {
        return settle(holder, "released");
    }

    Mono<Void> sell(UUID holder) {
        return settle(holder, "sold");
    }

    private Mono<Void> settle(UUID holder, String state) {
        return database.sql(SETTLE).bind("holder", holder).bind("state", state).then();
    }

    Mono<Void> takeBack(UUID holder, List<StockLine> lines) {
        return bind(database.sql(TAKE_BACK), lines).bind("holder", holder).then();
    }

    Mono<Void> takeBackDamaged(UUID holder, List<StockLine> lines, String actor) {
        return bind(database.sql(TAKE_BACK_DAMAGED), lines)
                .bind("holder", holder)
                .bind("actor", actor)
                .then();
    }

    Mono<Void> replace(UUID holder, List<StockLine> lines, String actor) {
        return bind(database.sql(REPLACE), lines)
                .bind("holder", holder)
                .bind("actor", actor)
                .then();
    }

    Mono<Void> receive(StockLine line, String reason) {
        return database.sql(RECEIVE)
                .bind("variant", line.variant().value())
                .bind("quantity", line.quantity())
                .bind("reason", reason)
                .then();
    }

    Mono<Map<VariantId, Integer>> available(Collection<VariantId> variants) {
        UUID[] ids = variants.stream().distinct().map(VariantId::value).toArray(UUID[]::new);
        return availability(database.sql(AVAILABLE).bind("variants", ids));
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, List<StockLine> lines) {
        UUID[] variants = lines.stream().map(it -> it.variant().value()).toArray(UUID[]::new);
        Integer[] quantities = lines.stream().map(StockLine::quantity).toArray(Integer[]::new);
        return statement.bind("variants", variants).bind("quantities", quantities);
    }

    private static Mono<Map<VariantId, Integer>> availability(GenericExecuteSpec statement) {
        return statement
                .mapProperties(Availability.class)
                .all()
                .collectMap(it -> new VariantId(it.variantId()), Availability::available);
    }

    record Availability(UUID variantId, int available) {}
}
