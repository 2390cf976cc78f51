package org.lfnkr.zabuton.payments.processing;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.kernel.Tally;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.HoldId;
import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PlanId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** What is held, as it is shown and decided on. */
@Repository
public class HoldViews {

    private static final String SHOWN =
            """
            select h.*, coalesce(p.purpose, t.purpose) as purpose, coalesce(p.amount, t.amount) as asked,
                coalesce(p.status = 'SETTLED', false) as settled,
                (select cast(coalesce(sum(r.amount) filter (where r.status not in ('FAILED', 'REFUSED')), 0)
                    as bigint) from payments.refund r where r.hold = h.id) as returning,
                (select count(*) from payments.refund r where r.hold = h.id) as refunds,
                (select count(*) > 0 from payments.refund r
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

    /** Of other currencies nothing counts. */
    private static final String WAITING =
            "select count(*) as count, min(h.held_at) as oldest,"
                    + " cast(coalesce(sum(h.amount) filter (where h.currency = 'jpy'), 0) as bigint) as yen"
                    + " from payments.hold h where h.state = 'OPEN' and "
                    + BY_ITSELF;

    private static final String ONE = SHOWN + "where h.id = :id";

    private static final String OF_PAYMENT =
            SHOWN + "where h.payment = :payment order by h.held_at";

    private static final String OF_CHARGES =
            SHOWN + "where p.plan = :plan and h.payment is not null order by h.held_at";

    private final DatabaseClient database;

    HoldViews(DatabaseClient database) {
        this.database = database;
    }

    /** Those that wait, the longest first, or those that are decided, the latest first. */
    Flux<Hold> list(boolean open, UUID after) {
        return (open ? database.sql(OPEN) : database.sql(DECIDED))
                .bind("after", after)
                .bind("most", Slice.ASKED)
                .map(HoldViews::hold)
                .all();
    }

    Mono<Tally> waiting() {
        return database.sql(WAITING).map(Tally::ofMoney).one();
    }

    public Mono<Hold> find(HoldId id) {
        return database.sql(ONE).bind("id", id.value()).map(HoldViews::hold).one();
    }

    /** All that are held beside each other for one payment. */
    Flux<Hold> of(PaymentId payment) {
        return database.sql(OF_PAYMENT).bind("payment", payment.value()).map(HoldViews::hold).all();
    }

    /** What was charged for a plan. */
    public Flux<Hold> of(PlanId plan) {
        return database.sql(OF_CHARGES).bind("plan", plan.value()).map(HoldViews::hold).all();
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
                row.get("decided_at", Instant.class),
                row.get("decided_by", String.class));
    }
}
