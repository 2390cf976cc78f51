package org.lfnkr.zabuton.payments.processing;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Owned;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.HoldId;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundStatus;
import org.lfnkr.zabuton.payments.RefundView;
import org.lfnkr.zabuton.payments.settlement.Recorded;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@Repository
class RefundStore {

    private static final Duration BETWEEN_CHECKS = Duration.ofHours(1);

    private static final String REQUEST =
            """
            insert into payments.refund (id, payment, hold, amount, status, requested_at)
            values (:id, :payment, :hold, :amount, 'REQUESTED', :now)
            """;

    private static final String ADD =
            """
            insert into payments.refund
                (id, payment, stripe_id, amount, status, needed_by, requested_at)
            values (:id, :payment, :stripe, :amount, :status, :needed, :at)
            """;

    private static final String DUE =
            """
            select r.id, r.payment, r.amount, r.hold, h.session, h.intent
            from payments.refund r left join payments.hold h on h.id = r.hold
            where r.id = :id and r.status = 'REQUESTED'
            """;

    /** What is held goes back where the payment is nothing else, and else beside it. */
    private static final String VIEWS =
            """
            select r.* from payments.refund r
                join payments.payment p on p.id = r.payment
                left join payments.hold h on h.id = r.hold
            where r.payment = any(:payments)
              and (r.hold is null or (p.status = 'HELD' and h.currency = 'jpy'))
            order by r.requested_at, r.id
            """;

    private final DatabaseClient database;
    private final WorkQueue queue;
    private final Clock clock;

    RefundStore(DatabaseClient database, WorkQueue queue, Clock clock) {
        this.database = database;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * A refund that waits to be sent.
     *
     * @param held where the money is held; null for the payment's own
     */
    record Due(RefundId id, PaymentId payment, long amount, @Nullable Held held) {}

    /** Where Stripe finds money that is held. */
    record Held(@Nullable String session, @Nullable String intent) {}

    Mono<Void> request(RefundRequest request) {
        return request(request, null);
    }

    /**
     * @param hold whose money goes back; null for the payment's own
     */
    Mono<Void> request(RefundRequest request, @Nullable HoldId hold) {
        return keyed(REQUEST, request.id())
                .bind("payment", request.payment().value())
                .bind("hold", Parameter.fromOrEmpty(hold == null ? null : hold.value(), UUID.class))
                .bind("amount", request.amount().yen())
                .bind("now", clock.instant())
                .then();
    }

    Mono<Void> send(RefundRequest request) {
        return queue.add(RefundSender.KIND, request.id());
    }

    Mono<Void> add(PaymentId payment, RefundId id, Facts.Refunded refund) {
        return keyed(ADD, id)
                .bind("payment", payment.value())
                .bind("stripe", refund.id())
                .bind("amount", refund.amount())
                .bind("status", refund.status().name())
                .bind("needed", Parameter.fromOrEmpty(refund.neededBy(), Instant.class))
                .bind("at", refund.at())
                .then()
                .then(follow(payment, refund));
    }

    /** What waits or is on its way may come back, of which nobody may tell. */
    private Mono<Void> follow(PaymentId payment, Facts.Refunded refund) {
        return refund.status().isUnderWay()
                ? queue.add(PaymentSweep.KIND, payment, clock.instant().plus(BETWEEN_CHECKS))
                : Mono.empty();
    }

    Mono<Void> update(PaymentId payment, RefundId id, Facts.Refunded refund) {
        return keyed(
                        "update payments.refund set stripe_id = :stripe, status = :status,"
                                + " needed_by = :needed where id = :id",
                        id)
                .bind("stripe", refund.id())
                .bind("status", refund.status().name())
                .bind("needed", Parameter.fromOrEmpty(refund.neededBy(), Instant.class))
                .then()
                .then(follow(payment, refund));
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

    /** Empty once it is known what became of it. */
    Mono<Due> due(RefundId id) {
        return keyed(DUE, id).map(RefundStore::asDue).one();
    }

    /** Where Stripe finds money that is held and on its way back. */
    Flux<Held> heldUnderWay(PaymentId payment) {
        return database.sql(
                        """
                        select h.session, h.intent
                        from payments.refund r join payments.hold h on h.id = r.hold
                        where r.payment = :payment and r.status in ('NEEDS_ACCOUNT', 'PENDING')
                        """)
                .bind("payment", payment.value())
                .map(RefundStore::held)
                .all();
    }

    private static Held held(Readable row) {
        return new Held(row.get("session", String.class), row.get("intent", String.class));
    }

    Flux<Recorded.RecordedRefund> of(PaymentId payment) {
        return its(payment).map(RefundStore::recorded).all();
    }

    Mono<Map<PaymentId, List<RefundView>>> views(Collection<PaymentId> payments) {
        return database.sql(VIEWS)
                .bind("payments", payments.stream().map(PaymentId::value).toArray(UUID[]::new))
                .map(row -> new Owned<>(new PaymentId(Row.uuid(row, "payment")), view(row)))
                .all()
                .collect(Owned.byOwner());
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

    private static Due asDue(Readable row) {
        return new Due(
                new RefundId(Row.uuid(row, "id")),
                new PaymentId(Row.uuid(row, "payment")),
                Row.whole(row, "amount"),
                row.get("hold", UUID.class) == null ? null : held(row));
    }

    private static Recorded.RecordedRefund recorded(Readable row) {
        return new Recorded.RecordedRefund(
                new RefundId(Row.uuid(row, "id")),
                row.get("stripe_id", String.class),
                Row.whole(row, "amount"),
                RefundStatus.valueOf(Row.text(row, "status")),
                row.get("needed_by", Instant.class),
                row.get("hold", UUID.class) != null);
    }

    private static RefundView view(Readable row) {
        return new RefundView(
                new RefundId(Row.uuid(row, "id")),
                Money.yen(Row.whole(row, "amount")),
                RefundStatus.valueOf(Row.text(row, "status")),
                Row.instant(row, "requested_at"),
                row.get("needed_by", Instant.class));
    }
}
