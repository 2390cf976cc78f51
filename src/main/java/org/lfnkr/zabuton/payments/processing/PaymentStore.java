package org.lfnkr.zabuton.payments.processing;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Columns;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.lfnkr.zabuton.payments.Payment;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentRequest;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.PaymentView;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The payment rows. Changes that follow from facts are made by {@link PaymentChanges}. */
@Repository
public class PaymentStore {

    static final Duration CHECK_PAUSE = Duration.ofMinutes(10);
    private static final Duration LONG_PAUSE = Duration.ofHours(1);
    private static final Duration CANCEL_PAUSE = Duration.ofMinutes(1);

    private static final String INSERT =
            """
            insert into payments.payment
                (id, purpose, payer, status, amount, requested_at, expires_at)
            values (:id, :purpose, :payer, 'REQUESTED', :amount, :now, :expires)
            """;

    private static final String VIEW =
            """
            select p.*,
                (select coalesce(sum(r.amount), 0) from payments.refund r
                 where r.payment = p.id and r.hold is null
                   and r.status not in ('FAILED', 'REFUSED')) as refunded,
                (select d.state from payments.dispute d
                 where d.payment = p.id order by d.opened_at desc, d.stripe_id limit 1) as dispute
            from payments.payment p where p.id = :id
            """;

    private static final String START_ATTEMPT =
            """
            update payments.payment set tried_at = coalesce(tried_at, :now)
            where id = :id and status = 'REQUESTED' and cancel_asked_at is null
            returning *
            """;

    private static final String RENEW =
            """
            update payments.payment set attempt = attempt + 1, expires_at = :expires
            where id = :id and status = 'REQUESTED' and session is null and attempt = :attempt
            returning *
            """;

    private static final String ASK_CANCEL =
            """
            update payments.payment
            set cancel_asked_at = coalesce(cancel_asked_at, :now)
            where id = :id and status in ('REQUESTED', 'OPEN', 'AWAITING')
            """;

    private static final String NEXT_CHECK =
            """
            select status, cancel_asked_at,
                exists (select from payments.refund r where r.payment = p.id
                        and r.status in ('NEEDS_ACCOUNT', 'PENDING')) as refunding
            from payments.payment p where id = :id
            """;

    private static final String HAS_OPEN =
            """
            select exists (select from payments.payment
                           where status in ('REQUESTED', 'OPEN', 'AWAITING') and tried_at is not null)
            """;

    private final DatabaseClient database;
    private final WorkQueue queue;
    private final Clock clock;

    PaymentStore(DatabaseClient database, WorkQueue queue, Clock clock) {
        this.database = database;
        this.queue = queue;
        this.clock = clock;
    }

    Mono<Void> add(PaymentId id, PaymentRequest request, Instant expiresAt) {
        return keyed(INSERT, id)
                .bind("purpose", request.purpose())
                .bind("payer", request.payer().value())
                .bind("amount", request.total().yen())
                .bind("now", clock.instant())
                .bind("expires", expiresAt)
                .then()
                .then(check(id, CHECK_PAUSE));
    }

    /** The same as columns. */
    Columns row(PaymentId id, PaymentRequest request, Instant now, Instant expiresAt) {
        return new Columns()
                .with("id", id.value())
                .with("purpose", request.purpose())
                .with("payer", request.payer().value())
                .with("amount", request.total())
                .with("requested_at", now)
                .with("expires_at", expiresAt);
    }

    private Mono<Void> check(PaymentId id, Duration pause) {
        return queue.add(PaymentSweep.KIND, id, clock.instant().plus(pause));
    }

    public Mono<Payment> find(PaymentId id) {
        return one(keyed("select * from payments.payment where id = :id", id));
    }

    public Mono<Payment> findByIntent(String intent) {
        return one(
                database.sql("select * from payments.payment where intent = :intent")
                        .bind("intent", intent));
    }

    Mono<Payment> lock(PaymentId id) {
        return one(keyed("select * from payments.payment where id = :id for update", id));
    }

    /** From here on Stripe may know of the payment; empty when it is not to be opened any more. */
    Mono<Payment> startAttempt(PaymentId id) {
        return one(keyed(START_ATTEMPT, id).bind("now", clock.instant()));
    }

    /** A next attempt with another expiry; empty when somebody else was first. */
    Mono<Payment> renew(Payment payment, Instant expiresAt) {
        return one(
                keyed(RENEW, payment.id())
                        .bind("expires", expiresAt)
                        .bind("attempt", payment.attempt()));
    }

    Mono<Payment> refuseAddress(PaymentId id) {
        return one(
                keyed(
                        "update payments.payment set address_refused = true where id = :id"
                                + " returning *",
                        id));
    }

    Mono<Payment> askCancel(PaymentId id) {
        return keyed(ASK_CANCEL, id)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .filter(asked -> asked > 0)
                .flatMap(asked -> check(id, CANCEL_PAUSE))
                .then(find(id));
    }

    /** The pause until Stripe is asked about it again by itself; empty once nothing is open. */
    Mono<Duration> nextCheck(PaymentId id) {
        return keyed(NEXT_CHECK, id).map(PaymentStore::pause).one().flatMap(Mono::justOrEmpty);
    }

    private static Optional<Duration> pause(Readable row) {
        PaymentStatus status = PaymentStatus.valueOf(Row.text(row, "status"));
        if (status.isFinal()) {
            return Row.flag(row, "refunding") ? Optional.of(LONG_PAUSE) : Optional.empty();
        }
        boolean waits =
                status == PaymentStatus.AWAITING
                        && row.get("cancel_asked_at", Instant.class) == null;
        return Optional.of(waits ? LONG_PAUSE : CHECK_PAUSE);
    }

    /** Whether money is expected that Stripe may tell of at any moment. */
    public Mono<Boolean> hasOpen() {
        return database.sql(HAS_OPEN).mapValue(Boolean.class).one();
    }

    Mono<PaymentView> view(PaymentId id) {
        return keyed(VIEW, id).map(PaymentRows::view).one();
    }

    Mono<Map<PaymentId, String>> purposes(Collection<PaymentId> ids) {
        return database.sql("select id, purpose from payments.payment where id = any(:ids)")
                .bind("ids", ids.stream().map(PaymentId::value).toArray(UUID[]::new))
                .map(row -> Map.entry(new PaymentId(Row.uuid(row, "id")), Row.text(row, "purpose")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private GenericExecuteSpec keyed(String sql, PaymentId id) {
        return database.sql(sql).bind("id", id.value());
    }

    private static Mono<Payment> one(GenericExecuteSpec query) {
        return query.map(PaymentRows::payment).one();
    }
}
