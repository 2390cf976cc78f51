package org.lfnkr.zabuton.payments.plans;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;

/** Mail addresses that Stripe is to reach payers by from now on; in the vault until it knows. */
@Repository
class AddressStore {

    /** Wakes whoever tells Stripe. */
    static final String TOPIC = "payments.address";

    private static final String REQUEST =
            """
            insert into payments.address (plan, due_at) values (:plan, :now)
            on conflict (plan) do update
            set round = address.round + 1, due_at = :now, attempts = 0, done_at = null
            """;

    /** The pause doubles from half a minute to a bit over an hour. */
    private static final String CLAIM =
            """
            update payments.address
            set attempts = attempts + 1,
                due_at = :now + interval '30 seconds' * pow(2, least(attempts, 7))
            where plan in (select plan from payments.address
                           where done_at is null and due_at <= :now
                           order by due_at limit 20 for update skip locked)
            returning plan, round
            """;

    private final DatabaseClient database;
    private final Vault vault;
    private final Clock clock;

    AddressStore(DatabaseClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * An address that Stripe has yet to be told.
     *
     * @param round tells it from those before and after it
     */
    record Due(PlanId plan, int round) {

        private static Due of(Readable row) {
            return new Due(new PlanId(Row.uuid(row, "plan")), Row.number(row, "round"));
        }
    }

    /** In the caller's transaction; in the place of one that still waits. */
    Mono<Void> request(Plan plan, EmailAddress email) {
        return database.sql(REQUEST)
                .bind("plan", plan.id().value())
                .bind("now", clock.instant())
                .then()
                .then(vault.seal(plan.payer(), place(plan.id()), email.value()));
    }

    Flux<Due> claim() {
        return database.sql(CLAIM).bind("now", clock.instant()).map(Due::of).all();
    }

    /** Empty once the payer is erased. */
    Mono<EmailAddress> email(Plan plan) {
        return vault.reveal(plan.payer(), place(plan.id())).map(EmailAddress::new);
    }

    /** Says whether it was still waiting; in the caller's transaction. */
    Mono<Boolean> done(Plan plan, Due due) {
        return database.sql(
                        """
                        update payments.address set done_at = :now
                        where plan = :plan and round = :round and done_at is null
                        """)
                .bind("now", clock.instant())
                .bind("plan", plan.id().value())
                .bind("round", due.round())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1)
                .delayUntil(
                        was -> was ? vault.remove(plan.payer(), place(plan.id())) : Mono.empty());
    }

    private static String place(PlanId id) {
        return "plan-address/" + id;
    }
}
