package org.lfnkr.zabuton.payments.plans;

import org.lfnkr.zabuton.payments.PlanId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.UUID;

/** Customers that Stripe is to delete, by the plans for which it made them. */
@Repository
class RemovalStore {

    /** Wakes whoever has them deleted. */
    static final String TOPIC = "payments.removal";

    private static final String REQUEST =
            """
            insert into payments.removal (plan, requested_at, due_at) values (:plan, :now, :now)
            on conflict (plan) do nothing
            """;

    /** The pause doubles from half a minute to a bit over an hour. */
    private static final String CLAIM =
            """
            update payments.removal
            set attempts = attempts + 1,
                due_at = :now + interval '30 seconds' * pow(2, least(attempts, 7))
            where plan in (select plan from payments.removal
                           where done_at is null and due_at <= :now
                           order by due_at limit 20 for update skip locked)
            returning plan
            """;

    private final DatabaseClient database;
    private final Clock clock;

    RemovalStore(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Void> request(PlanId plan) {
        return database.sql(REQUEST).bind("plan", plan.value()).bind("now", clock.instant()).then();
    }

    Flux<PlanId> claim() {
        return database.sql(CLAIM)
                .bind("now", clock.instant())
                .mapValue(UUID.class)
                .all()
                .map(PlanId::new);
    }

    /** Says whether it was still waiting. */
    Mono<Boolean> done(PlanId plan) {
        return database.sql(
                        "update payments.removal set done_at = :now"
                                + " where plan = :plan and done_at is null")
                .bind("now", clock.instant())
                .bind("plan", plan.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
