package org.lfnkr.zabuton.refunds;

import io.r2dbc.postgresql.codec.Json;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.orders.OrderId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What was asked of a second person. */
@Repository
class ProposalStore {

    private static final TypeReference<Map<String, String>> TYPED = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;

    ProposalStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What somebody typed, and of which order. */
    record Asked(OrderId order, Map<String, String> typed) {}

    /** Once per form. */
    Mono<Void> add(UUID refund, OrderId order, Map<String, String> typed, String by, Instant at) {
        return database.sql(
                        """
                        insert into refunds.proposal (id, order_id, typed, proposed_at, proposed_by)
                        values (:id, :order, :typed, :at, :by) on conflict (id) do nothing
                        """)
                .bind("id", refund)
                .bind("order", order.value())
                .bind("typed", Json.of(json.writeValueAsString(typed)))
                .bind("at", at)
                .bind("by", by)
                .then();
    }

    Mono<Asked> find(UUID refund) {
        return database.sql("select order_id, typed from refunds.proposal where id = :id")
                .bind("id", refund)
                .map(
                        row ->
                                new Asked(
                                        new OrderId(Row.uuid(row, "order_id")),
                                        json.readValue(
                                                Row.need(row, "typed", Json.class).asString(),
                                                TYPED)))
                .one();
    }
}
