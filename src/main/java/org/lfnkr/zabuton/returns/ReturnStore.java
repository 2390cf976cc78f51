package org.lfnkr.zabuton.returns;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.ReturnRefusal;
import org.lfnkr.zabuton.orders.ReturnState;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@Repository
class ReturnStore {

    private static final String OF_ORDERS =
            ReturnRows.REQUESTS + "where r.order_id = any(:orders) order by r.asked_at, r.id";

    private static final String ONE = ReturnRows.REQUESTS + "where r.id = :id";

    private static final String ADD =
            """
            with request as (
                insert into returns.request (id, order_id, reference, cause, exchange, state, asked_at, moved_at)
                values (:id, :order, :reference, :cause, :exchange, 'ASKED', :at, :at)
                returning id
            )
            insert into returns.line (request, variant, quantity)
            select request.id, line.variant, line.quantity
            from request, unnest(cast(:variants as uuid[]), cast(:quantities as int[])) as line (variant, quantity)
            """;

    private static final String MOVE =
            """
            update returns.request set state = :next, refusal = :refusal, moved_at = :at
            where id = :id and state = :state
            """;

    private static final String FIND =
            """
            update returns.line l set as_new = came.as_new, damaged = came.damaged
            from unnest(cast(:variants as uuid[]), cast(:asNew as int[]), cast(:damaged as int[]))
                as came (variant, as_new, damaged)
            where l.request = :id and l.variant = came.variant
            """;

    private static final String REFUND =
            """
            update returns.line set refunded = refunded + :pieces
            where request = :id and variant = :variant
            """;

    private final DatabaseClient database;

    ReturnStore(DatabaseClient database) {
        this.database = database;
    }

    Flux<ReturnRequest> of(OrderId order) {
        return of(List.of(order));
    }

    Flux<ReturnRequest> of(Collection<OrderId> orders) {
        return database.sql(OF_ORDERS)
                .bind("orders", OrderId.values(orders))
                .map(ReturnRows::read)
                .all();
    }

    Mono<ReturnRequest> find(UUID id) {
        return database.sql(ONE).bind("id", id).map(ReturnRows::read).one();
    }

    Mono<Void> add(ReturnRequest asked) {
        List<ReturnLine> lines = asked.lines();
        return database.sql(ADD)
                .bind("id", asked.id())
                .bind("order", asked.order().value())
                .bind("reference", asked.reference())
                .bind("cause", asked.cause().name())
                .bind("exchange", asked.exchange())
                .bind("at", asked.askedAt())
                .bind("variants", variants(lines))
                .bind(
                        "quantities",
                        lines.stream().map(ReturnLine::quantity).toArray(Integer[]::new))
                .then();
    }

    private static UUID[] variants(List<ReturnLine> lines) {
        return lines.stream().map(it -> it.variant().value()).toArray(UUID[]::new);
    }

    /**
     * @param refusal null unless it is refused
     * @return false where it had come further meanwhile
     */
    Mono<Boolean> move(
            ReturnRequest from, ReturnState to, @Nullable ReturnRefusal refusal, Instant at) {
        GenericExecuteSpec move = database.sql(MOVE);
        return (refusal == null
                        ? move.bindNull("refusal", String.class)
                        : move.bind("refusal", refusal.name()))
                .bind("id", from.id())
                .bind("state", from.state().name())
                .bind("next", to.name())
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Notes what came. */
    Mono<Void> find(ReturnRequest looked) {
        List<ReturnLine> lines = looked.lines();
        return database.sql(FIND)
                .bind("id", looked.id())
                .bind("variants", variants(lines))
                .bind("asNew", lines.stream().map(ReturnLine::asNew).toArray(Integer[]::new))
                .bind("damaged", lines.stream().map(ReturnLine::damaged).toArray(Integer[]::new))
                .then();
    }

    Mono<Void> refund(UUID id, VariantId variant, int pieces) {
        return database.sql(REFUND)
                .bind("id", id)
                .bind("variant", variant.value())
                .bind("pieces", pieces)
                .then();
    }
}
