package org.lfnkr.zabuton.payments.processing;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.payments.HoldId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;

/** What was given back of held money since some moment: by whom, and to whom. */
@Repository
class GivenBackStore {

    /** Of another currency counts what was asked for. */
    private static final String GIVEN_BACK =
            """
            select cast(coalesce(sum(case h.currency when 'jpy' then h.amount - h.taken else p.amount end), 0)
                as bigint) as yen
            from payments.hold h left join payments.payment p on p.id = h.payment
            where h.state <> 'OPEN' and h.state = 'RETURNED'
              and h.decided_at >= :since and h.decided_by = :by
            """;

    /** The same of everybody, to whom the money of a hold is of. */
    private static final String GIVEN_TO_PAYER =
            """
            with of_hold as (
                select coalesce(p.payer, l.payer) as payer
                from payments.hold h
                    left join payments.payment p on p.id = h.payment
                    left join payments.plan l on l.id = h.plan
                where h.id = :id)
            select cast(coalesce(sum(
                case h.currency
                    when 'jpy' then h.amount - h.taken
                    else (select p.amount from payments.payment p where p.id = h.payment)
                end), 0) as bigint) as yen
            from payments.hold h
            where h.state <> 'OPEN' and h.state = 'RETURNED' and h.decided_at >= :since
              and coalesce(
                    (select p.payer from payments.payment p where p.id = h.payment),
                    (select l.payer from payments.plan l where l.id = h.plan))
                = (select payer from of_hold)
            """;

    private static final String HOLD_PAYER =
            """
            select pg_advisory_xact_lock(
                hashtextextended('held-payer:' || coalesce(p.payer, l.payer), 0))
            from payments.hold h
                left join payments.payment p on p.id = h.payment
                left join payments.plan l on l.id = h.plan
            where h.id = :id
            """;

    private final DatabaseClient database;

    GivenBackStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * One after the other, or two acts at once would each see the day without the other: of one
     * person first, then of one payer, so that nobody waits in a circle.
     */
    Mono<Void> holdDay(String by, HoldId of) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('held:' || :by, 0))")
                .bind("by", by)
                .then()
                .then(database.sql(HOLD_PAYER).bind("id", of.value()).then());
    }

    /** What was given back since then to the payer of a hold, by whoever, in yen. */
    Mono<Money> toPayer(HoldId of, Instant since) {
        return database.sql(GIVEN_TO_PAYER)
                .bind("id", of.value())
                .bind("since", since)
                .map(row -> Row.money(row, "yen"))
                .one();
    }

    /** What somebody has given back since then, in yen. */
    Mono<Money> by(String by, Instant since) {
        return database.sql(GIVEN_BACK)
                .bind("by", by)
                .bind("since", since)
                .map(row -> Row.money(row, "yen"))
                .one();
    }
}
