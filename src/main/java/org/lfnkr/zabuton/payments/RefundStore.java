package org.lfnkr.zabuton.payments;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Money;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

@Repository
class RefundStore {

    /** Wakes whoever sends refunds to Stripe. */
    static final String TOPIC = "payments.refund";

    private static final String REQUEST =
            """
            insert into payments.refund (id, payment, amount, status, requested_at, due_at)
            values (:id, :payment, :amount, 'REQUESTED', :now, :now)
            """;

    private static final String ADD =
            """
            insert into payments.refund
                (id, payment, stripe_id, amount, status, needed_by, requested_at, due_at)
            values (:id, :payment, :stripe, :amount, :status, :needed, :at, :at)
            """;

    /** The pause doubles from half a minute to a bit over an hour. */
    private static final String CLAIM =
            """
            update payments.refund
            set attempts = attempts + 1,
                due_at = :now + interval '30 seconds' * pow(2, least(attempts, 7))
            where id in (select id from payments.refund
                         where status = 'REQUESTED' and due_at <= :now
                         order by due_at limit 20 for update skip locked)
            returning *
            """;

    private static final String CLAIM_UNDER_WAY =
            """
            update payments.refund set due_at = :now + interval '1 hour'
            where id in (select id from payments.refund
                         where status in ('NEEDS_ACCOUNT', 'PENDING') and due_at <= :now
                         order by due_at limit 50 for update skip locked)
            returning payment
            """;

    private final DatabaseClient database;
    private final Clock clock;

    RefundStore(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A refund that waits to be sent. */
    record Due(RefundId id, PaymentId payment, long amount, int attempts) {}

    Mono<Void> request(RefundRequest request) {
        return keyed(REQUEST, request.id())
                .bind("payment", request.payment().value())
                .bind("amount", request.amount().yen())
                .bind("now", clock.instant())
                .then();
    }

    Mono<Void> add(PaymentId payment, RefundId id, Facts.Refunded refund) {
        return keyed(ADD, id)
                .bind("payment", payment.value())
                .bind("stripe", refund.id())
                .bind("amount", refund.amount())
                .bind("status", refund.status().name())
                .bind("needed", Parameter.fromOrEmpty(refund.neededBy(), Instant.class))
                .bind("at", refund.at())
                .then();
    }

    Mono<Void> update(RefundId id, Facts.Refunded refund) {
        return keyed(
                        "update payments.refund set stripe_id = :stripe, status = :status,"
                                + " needed_by = :needed where id = :id",
                        id)
                .bind("stripe", refund.id())
                .bind("status", refund.status().name())
                .bind("needed", Parameter.fromOrEmpty(refund.neededBy(), Instant.class))
                .then();
    }

    /** Payments of which a refund waits or is on its way, each again after an hour. */
    Flux<PaymentId> claimUnderWay() {
        return database.sql(CLAIM_UNDER_WAY)
                .bind("now", clock.instant())
                .mapValue(UUID.class)
                .all()
                .map(PaymentId::new)
                .distinct();
    }

    /** Says whether it was still waiting. */
    Mono<Boolean> refuse(RefundId id) {
        return keyed(
                        "update payments.refund set status = 'REFUSED'"
                                + " where id = :id and status = 'REQUESTED'",
                        id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Flux<Due> claim() {
        return database.sql(CLAIM).bind("now", clock.instant()).map(RefundStore::due).all();
    }

    Mono<Boolean> isWaiting(RefundId id) {
        return keyed("select status = 'REQUESTED' from payments.refund where id = :id", id)
                .mapValue(Boolean.class)
                .one();
    }

    Flux<Recorded.RecordedRefund> of(PaymentId payment) {
        return its(payment).map(RefundStore::recorded).all();
    }

    Flux<RefundView> views(PaymentId payment) {
        return its(payment).map(RefundStore::view).all();
    }

    private GenericExecuteSpec its(PaymentId payment) {
        return database.sql(
                        "select * from payments.refund where payment = :payment"
                                + " order by requested_at, id")
                .bind("payment", payment.value());
    }

    private GenericExecuteSpec keyed(String sql, RefundId id) {
        return database.sql(sql).bind("id", id.value());
    }

    private static Due due(Readable row) {
        return new Due(
                new RefundId(need(row, "id", UUID.class)),
                new PaymentId(need(row, "payment", UUID.class)),
                need(row, "amount", Long.class),
                need(row, "attempts", Integer.class));
    }

    private static Recorded.RecordedRefund recorded(Readable row) {
        return new Recorded.RecordedRefund(
                new RefundId(need(row, "id", UUID.class)),
                row.get("stripe_id", String.class),
                need(row, "amount", Long.class),
                RefundStatus.valueOf(need(row, "status", String.class)),
                row.get("needed_by", Instant.class));
    }

    private static RefundView view(Readable row) {
        return new RefundView(
                new RefundId(need(row, "id", UUID.class)),
                Money.yen(need(row, "amount", Long.class)),
                RefundStatus.valueOf(need(row, "status", String.class)),
                need(row, "requested_at", Instant.class),
                row.get("needed_by", Instant.class));
    }

    private static <T> T need(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
