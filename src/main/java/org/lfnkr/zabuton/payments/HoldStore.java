package org.lfnkr.zabuton.payments;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.modulith.NamedInterface;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.UUID;

/** What is held, and what was decided of it. */
@NamedInterface("inside")
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

    private static final String SHOWN =
            """
            select h.*, coalesce(p.purpose, t.purpose) as purpose, coalesce(p.amount, t.amount) as asked,
                coalesce(p.status = 'SETTLED', false) as settled,
                (select cast(coalesce(sum(r.amount) filter (where r.status not in ('FAILED', 'REFUSED')), 0)
                    as bigint) from payments.refund r where r.hold = h.id) as returning,
                (select count(*) from payments.refund r where r.hold = h.id) as refunds,
                exists (select from payments.refund r
                        where r.hold = h.id and r.status in ('FAILED', 'REFUSED')) as failed
            from payments.hold h
                left join payments.payment p on p.id = h.payment
                left join payments.plan l on l.id = h.plan
                left join payments.plan_terms t on t.id = l.terms
            """;

    /** What a plan that is held was charged is decided with the plan. */
    private static final String BY_ITSELF =
            """
            not exists (select from payments.payment own join payments.hold above on above.plan = own.plan
                        where own.id = h.payment and above.state = 'OPEN')
            """;

    private static final String OPEN =
            SHOWN
                    + "where h.state = 'OPEN' and "
                    + BY_ITSELF
                    + """
                    and not exists (select from payments.hold last where last.id = :after
                                    and (h.held_at, h.id) <= (last.held_at, last.id))
                    order by h.held_at, h.id limit :most
                    """;

    private static final String DECIDED =
            SHOWN
                    + """
                    where h.state <> 'OPEN'
                      and not exists (select from payments.hold last where last.id = :after
                                      and (h.decided_at, h.id) >= (last.decided_at, last.id))
                    order by h.decided_at desc, h.id desc limit :most
                    """;

    private static final String WAITING =
            "select count(*) as count, min(h.held_at) as oldest from payments.hold h"
                    + " where h.state = 'OPEN' and "
                    + BY_ITSELF;

    private static final String ONE = SHOWN + "where h.id = :id";

    private static final String OF_PAYMENT =
            SHOWN + "where h.payment = :payment order by h.held_at";

    private static final String OF_CHARGES =
            SHOWN + "where p.plan = :plan and h.payment is not null order by h.held_at";

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

    /** Those that wait, the longest first, or those that are decided, the latest first. */
    Flux<Hold> list(boolean open, UUID after) {
        return (open ? database.sql(OPEN) : database.sql(DECIDED))
                .bind("after", after)
                .bind("most", Slice.ASKED)
                .map(HoldStore::hold)
                .all();
    }

    Mono<Tally> waiting() {
        return database.sql(WAITING).map(Tally::of).one();
    }

    public Mono<Hold> find(HoldId id) {
        return keyed(ONE, id).map(HoldStore::hold).one();
    }

    /** All that are held beside each other for one payment. */
    Flux<Hold> of(PaymentId payment) {
        return database.sql(OF_PAYMENT).bind("payment", payment.value()).map(HoldStore::hold).all();
    }

    /** What was charged for a plan. */
    public Flux<Hold> of(PlanId plan) {
        return database.sql(OF_CHARGES).bind("plan", plan.value()).map(HoldStore::hold).all();
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

    /** The line of Stripe's balance by which it came. */
    Mono<Facts.Movement> line(Hold hold) {
        return Mono.justOrEmpty(hold.line())
                .flatMap(
                        line ->
                                database.sql(
                                                """
                                                select amount, fee, moved_at from payments.movement
                                                where balance_transaction = :line
                                                """)
                                        .bind("line", line)
                                        .map(row -> movement(line, row))
                                        .one());
    }

    private static Facts.Movement movement(String line, Readable row) {
        return new Facts.Movement(
                line,
                Row.whole(row, "amount"),
                Row.whole(row, "fee"),
                "jpy",
                Row.instant(row, "moved_at"));
    }

    private GenericExecuteSpec keyed(String sql, HoldId id) {
        return database.sql(sql).bind("id", id.value());
    }

    private static Hold hold(Readable row) {
        UUID payment = row.get("payment", UUID.class);
        UUID plan = row.get("plan", UUID.class);
        return new Hold(
                new HoldId(Row.uuid(row, "id")),
                payment == null ? null : new PaymentId(payment),
                plan == null ? null : new PlanId(plan),
                Row.text(row, "purpose"),
                HoldReason.valueOf(Row.text(row, "reason")),
                Row.flag(row, "settled"),
                Row.money(row, "asked"),
                row.get("amount", Long.class),
                row.get("currency", String.class),
                row.get("method", String.class),
                row.get("session", String.class),
                row.get("intent", String.class),
                row.get("line", String.class),
                Row.whole(row, "taken"),
                Row.whole(row, "returning"),
                Row.whole(row, "refunds"),
                Row.flag(row, "failed"),
                HoldState.valueOf(Row.text(row, "state")),
                Row.instant(row, "held_at"),
                row.get("decided_at", java.time.Instant.class),
                row.get("decided_by", String.class));
    }
}
