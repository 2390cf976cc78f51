package org.lfnkr.zabuton.payments.processing;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.HoldId;
import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.settlement.HeldPage;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Clock;

/** What is held, and what was decided of it. */
@Repository
public class HoldStore {

    private static final String NOTE =
            """
            insert into payments.hold
                (id, payment, reason, session, intent, amount, currency, method, line, state, held_at)
            values (:id, :payment, :reason, :session, :intent, :amount, :currency, :method, :line,
                'OPEN', :now)
            on conflict (session) where session is not null do update
            set intent = coalesce(hold.intent, excluded.intent),
                amount = coalesce(hold.amount, excluded.amount),
                currency = coalesce(hold.currency, excluded.currency),
                method = coalesce(hold.method, excluded.method),
                line = coalesce(hold.line, excluded.line)
            returning id
            """;

    private static final String NOTE_PLAN =
            """
            insert into payments.hold (id, plan, reason, state, held_at)
            values (:plan, :plan, :reason, 'OPEN', :now) on conflict (id) do nothing
            """;

    private final DatabaseClient database;
    private final Clock clock;

    HoldStore(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<HoldId> note(HeldPage page) {
        return keyed(NOTE, HoldId.ofSession(page.session()))
                .bind("payment", page.payment().value())
                .bind("reason", page.reason().name())
                .bind("session", page.session())
                .bind("intent", Parameter.fromOrEmpty(page.intent(), String.class))
                .bind("amount", Parameter.fromOrEmpty(page.amount(), Long.class))
                .bind("currency", Parameter.fromOrEmpty(page.currency(), String.class))
                .bind("method", Parameter.fromOrEmpty(page.method(), String.class))
                .bind("line", Parameter.fromOrEmpty(page.line(), String.class))
                .bind("now", clock.instant())
                .map(row -> new HoldId(Row.uuid(row, "id")))
                .one();
    }

    /** A charge that an invoice made, whose row holds all that is known of it. */
    public Mono<Void> noteCharge(
            PaymentId payment,
            HoldReason reason,
            long amount,
            String currency,
            Facts.@Nullable Charge charge) {
        Facts.Movement movement = charge == null ? null : charge.movement();
        return database.sql(
                        """
                        insert into payments.hold
                            (id, payment, reason, intent, amount, currency, method, line, state, held_at)
                        select p.id, p.id, :reason, p.intent, :amount, :currency, :method, :line, 'OPEN', :now
                        from payments.payment p where p.id = :id
                        on conflict (id) do nothing
                        """)
                .bind("id", payment.value())
                .bind("reason", reason.name())
                .bind("amount", amount)
                .bind("currency", currency)
                .bind(
                        "method",
                        Parameter.fromOrEmpty(
                                charge == null ? null : charge.method(), String.class))
                .bind(
                        "line",
                        Parameter.fromOrEmpty(
                                movement == null ? null : movement.id(), String.class))
                .bind("now", clock.instant())
                .then();
    }

    public Mono<Void> notePlan(PlanId plan, HoldReason reason) {
        return database.sql(NOTE_PLAN)
                .bind("plan", plan.value())
                .bind("reason", reason.name())
                .bind("now", clock.instant())
                .then();
    }

    /** Empty where it was decided before. */
    public Mono<Boolean> decide(HoldId id, HoldState state, long taken, String by) {
        return keyed(
                        """
                        update payments.hold set state = :state, taken = taken + :taken, decided_at = :now,
                            decided_by = :by
                        where id = :id and state = 'OPEN'
                        """,
                        id)
                .bind("state", state.name())
                .bind("taken", taken)
                .bind("now", clock.instant())
                .bind("by", by)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .map(rows -> true);
    }

    /** Its money did not arrive and is with us again: somebody has to decide anew. */
    Mono<Void> reopen(RefundId refund) {
        return database.sql(
                        """
                        update payments.hold set state = 'OPEN'
                        where id = (select hold from payments.refund where id = :refund)
                        """)
                .bind("refund", refund.value())
                .then();
    }

    private GenericExecuteSpec keyed(String sql, HoldId id) {
        return database.sql(sql).bind("id", id.value());
    }
}
