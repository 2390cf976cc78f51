package org.lfnkr.zabuton.bookkeeping.checks;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Asks whether the books agree with Stripe's own list of lines, with what it states, and with its
 * payouts. What was never read is not compared.
 */
@Component
public class BalanceChecks {

    /** What is on its way between two readings is no violation. */
    private static final Duration GRACE = Duration.ofHours(1);

    /** Years of books take longer than a page may. */
    private static final String PATIENCE = "set local statement_timeout = '30min'";

    /** The balance that Stripe states is what its lines come to. */
    private static final String STATED =
            """
            select 'Stripe states ' || stated || ' yen, its lines add up to ' || listed
            from payments.balance_stated where stated <> listed
            union all
            select 'the sum of the lines of Stripe''s balance is ' || listed || ', they add up to ' || added
            from payments.balance_cursor,
                 (select coalesce(sum(net), 0) as added from payments.balance_line where currency = 'jpy') as line
            where listed <> added
            """;

    /** The journal has nothing at Stripe but what Stripe lists. */
    private static final String JOURNAL =
            """
            select e.source || ' stands in the journal, and Stripe lists no such line'
            from ledger.entry e
            where e.source like 'stripe:%'
              and e.occurred_on < (select cast(read_until as date) - 1 from payments.balance_cursor)
              and exists (select from ledger.posting p where p.entry_id = e.id and p.account = 'STRIPE_BALANCE')
              and not exists (select from payments.balance_line l where 'stripe:' || l.id = e.source)
            order by e.id limit 50
            """;

    /** Each line has its one entry, and none is of an unknown kind. */
    private static final String LINES =
            """
            (select 'line ' || l.id || ' of ' || l.net || ' (' || l.category || ') ' || case
                        when l.kind = 'UNKNOWN' then 'is of an unknown kind'
                        when exists (select from ledger.entry e where e.source = 'stripe:' || l.id)
                            then 'is booked otherwise'
                        else 'has no entry' end
             from payments.balance_line l
             where l.explained_at is null and l.seen_at < :before
             order by l.created_at limit 50)
            union all
            (select 'line ' || l.id || ' was taken for another tool''s, and is of payment ' || m.payment
             from payments.balance_line l join payments.movement m on m.balance_transaction = l.id
             where l.kind = 'FOREIGN' limit 50)
            """;

    /** A payout is what its lines come to, and what its own line took. */
    private static final String PAYOUTS =
            """
            select 'payout ' || id || ' is of ' || yen || ' yen, its lines add up to ' || carried
            from payments.payout p, lateral (
                select coalesce(sum(l.net), 0) as carried from payments.balance_line l where l.payout = p.id) as sums
            where listed_at is not null and yen <> carried
            union all
            select 'payout ' || p.id || ' is of ' || p.yen || ' yen, its own line of ' || l.gross
            from payments.payout p
                join payments.balance_line l on l.source = p.id and l.kind = 'PAYOUT' and l.gross <> -p.yen
            """;

    /** On its way is what Stripe has sent and what has not come back. */
    private static final String ON_ITS_WAY =
            """
            select 'of payout ' || id || ' are ' || journal || ' yen on their way by the journal, ' || sent || ' by Stripe'
            from (
                select p.id, case when p.status in ('failed', 'canceled') then 0 else p.yen end as sent,
                       sum(g.yen) as journal
                from payments.payout p
                    join payments.balance_line l on l.source = p.id and l.kind in ('PAYOUT', 'PAYOUT_BACK')
                    join ledger.entry e on e.source = 'stripe:' || l.id
                    join ledger.posting g on g.entry_id = e.id and g.account = 'CLEARING'
                group by p.id having bool_and(l.explained_at is not null)) as payout
            where journal <> sent
            """;

    private final DatabaseClient database;
    private final Clock clock;

    BalanceChecks(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What is wrong, in words for staff; nothing when all is well. */
    @Transactional
    public Mono<List<String>> violations() {
        return database.sql(PATIENCE)
                .then()
                .thenMany(
                        Flux.concat(
                                ask(database.sql(STATED)),
                                ask(database.sql(JOURNAL)),
                                ask(lines()),
                                ask(database.sql(PAYOUTS)),
                                ask(database.sql(ON_ITS_WAY))))
                .collectList();
    }

    private DatabaseClient.GenericExecuteSpec lines() {
        return database.sql(LINES).bind("before", clock.instant().minus(GRACE));
    }

    private static Flux<String> ask(DatabaseClient.GenericExecuteSpec question) {
        return question.mapValue(String.class).all();
    }
}
