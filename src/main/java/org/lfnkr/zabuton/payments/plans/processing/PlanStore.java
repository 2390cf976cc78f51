package org.lfnkr.zabuton.payments.plans.processing;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanRequest;
import org.lfnkr.zabuton.payments.plans.PlanTerms;
import org.lfnkr.zabuton.payments.plans.settlement.Terms;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The plan rows. Changes that follow from facts are made by {@link PlanChanges}. */
@Repository
public class PlanStore {

    private static final String INSERT =
            """
            insert into payments.plan
                (id, purpose, payer, language, product, label, status, requested_at, expires_at,
                 terms)
            values (:id, :purpose, :payer, :language, :product, :label, 'REQUESTED', :now,
                :expires, :terms)
            """;

    private static final String INSERT_TERMS =
            """
            insert into payments.plan_terms (id, plan, purpose, amount, rhythm)
            values (:terms, :id, :purpose, :amount, :rhythm)
            """;

    private static final String START_ATTEMPT =
            """
            update payments.plan set tried_at = coalesce(tried_at, :now)
            where id = :id and status = 'REQUESTED' and cancel_asked_at is null
            returning *
            """;

    private static final String RENEW =
            """
            update payments.plan set attempt = attempt + 1, expires_at = :expires
            where id = :id and status = 'REQUESTED' and session is null and attempt = :attempt
            returning *
            """;

    private static final String ASK_CANCEL =
            """
            update payments.plan
            set cancel_asked_at = coalesce(cancel_asked_at, :now)
            where id = :id and status in ('REQUESTED', 'OPEN')
            """;

    private final DatabaseClient database;
    private final WorkQueue queue;
    private final Clock clock;

    PlanStore(DatabaseClient database, WorkQueue queue, Clock clock) {
        this.database = database;
        this.queue = queue;
        this.clock = clock;
    }

    /** A numbered question about a plan, see {@link PlanInquiry}. */
    public record Ticket(Plan plan, long number) {}

    Mono<Void> add(PlanId id, PlanRequest request, UUID terms, Instant expiresAt) {
        return keyed(INSERT, id)
                .bind("purpose", request.purpose())
                .bind("payer", request.payer().value())
                .bind("language", request.language().name())
                .bind("product", Products.id(request.label()))
                .bind("label", request.label())
                .bind("now", clock.instant())
                .bind("expires", expiresAt)
                .bind("terms", terms)
                .then()
                .then(queue.add(PlanSweep.KIND, id, clock.instant().plus(PlanSweep.PAUSE)))
                .then(addTerms(id, terms, request.terms()));
    }

    Mono<Void> addTerms(PlanId id, UUID terms, PlanTerms wanted) {
        return keyed(INSERT_TERMS, id)
                .bind("terms", terms)
                .bind("purpose", wanted.purpose())
                .bind("amount", wanted.amount().yen())
                .bind("rhythm", wanted.rhythm().name())
                .then();
    }

    public Mono<Plan> find(PlanId id) {
        return one(keyed("select * from payments.plan where id = :id", id));
    }

    Mono<Plan> lock(PlanId id) {
        return one(keyed("select * from payments.plan where id = :id for update", id));
    }

    public Mono<Ticket> ticket(PlanId id) {
        return keyed(
                        "select p.*, nextval('payments.inquiry') as number"
                                + " from payments.plan p where id = :id",
                        id)
                .map(row -> new Ticket(PlanRows.plan(row), Row.whole(row, "number")))
                .one();
    }

    /** The plan of one of Stripe's sessions, subscriptions or invoices; empty for other ids. */
    public Mono<PlanId> findBy(String stripeId) {
        return database.sql(
                        """
                        select id from payments.plan
                        where session = :key or subscription = :key
                        union select plan from payments.payment where invoice = :key
                        union select plan from payments.overdue where invoice = :key
                        """)
                .bind("key", stripeId)
                .mapValue(UUID.class)
                .one()
                .map(PlanId::new);
    }

    /** All terms of a plan, oldest first. */
    Flux<Terms> terms(PlanId id) {
        return keyed("select * from payments.plan_terms where plan = :id order by number", id)
                .map(PlanRows::terms)
                .all();
    }

    /** From here on Stripe may know of the plan; empty when it is not to be opened any more. */
    Mono<Plan> startAttempt(PlanId id) {
        return one(keyed(START_ATTEMPT, id).bind("now", clock.instant()));
    }

    /** A next attempt with another expiry; empty when somebody else was first. */
    Mono<Plan> renew(Plan plan, Instant expiresAt) {
        return one(
                keyed(RENEW, plan.id()).bind("expires", expiresAt).bind("attempt", plan.attempt()));
    }

    Mono<Plan> refuseAddress(PlanId id) {
        return one(
                keyed(
                        "update payments.plan set address_refused = true where id = :id"
                                + " returning *",
                        id));
    }

    Mono<Plan> askCancel(PlanId id) {
        return keyed(ASK_CANCEL, id)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .filter(asked -> asked > 0)
                .flatMap(asked -> queue.add(PlanSweep.KIND, id))
                .then(find(id));
    }

    /** Emits where nobody has asked for that before. */
    Mono<PlanId> forget(PlanId id) {
        return keyed(
                        "update payments.plan set forgotten_at = :now"
                                + " where id = :id and forgotten_at is null",
                        id)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .map(rows -> id);
    }

    private GenericExecuteSpec keyed(String sql, PlanId id) {
        return database.sql(sql).bind("id", id.value());
    }

    private static Mono<Plan> one(GenericExecuteSpec query) {
        return query.map(PlanRows::plan).one();
    }
}
