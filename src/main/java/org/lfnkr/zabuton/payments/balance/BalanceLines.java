package org.lfnkr.zabuton.payments.balance;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The lines of Stripe's balance, for the books and for pages. */
@Repository
public class BalanceLines {

    /** Until the books have heard of it a new line is nothing to worry about. */
    private static final Duration GRACE = Duration.ofMinutes(15);

    private static final String LINES =
            """
            select l.id, l.kind, l.category, l.currency = 'jpy' as yen, l.gross, l.fee, l.net, l.source, l.payout,
                   l.created_at, l.available, l.explained_at is not null as explained,
                   l.explained_at is null and l.kind <> 'UNKNOWN' and l.seen_at >= :due as fresh, p.purpose
            from payments.balance_line l
                left join payments.movement m on m.balance_transaction = l.id
                left join payments.payment p on p.id = m.payment
            """;

    private static final String BEHIND =
            """
            (l.created_at, l.id)
                < (coalesce((select created_at from payments.balance_line where id = :after), 'infinity'), :after)
            order by l.created_at desc, l.id desc limit :most
            """;

    private static final String ALL = LINES + "where " + BEHIND;

    private static final String OF_KIND = LINES + "where l.kind = :kind and " + BEHIND;

    private static final String OPEN = LINES + "where l.explained_at is null and " + BEHIND;

    private static final String UNEXPLAINED =
            LINES
                    + "where l.explained_at is null and (l.kind = 'UNKNOWN' or l.seen_at < :before)"
                    + " and (:kind = '' or l.kind = :kind) and "
                    + BEHIND;

    private static final String OF_PAYOUT = LINES + "where l.payout = :payout and " + BEHIND;

    private static final String UNKNOWN =
            LINES + "where l.id = :id and l.kind = 'UNKNOWN' and l.explained_at is null";

    private final DatabaseClient database;
    private final Clock clock;

    BalanceLines(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One page and one more, the newest first.
     *
     * @param kind of which kind; empty for any
     * @param after the line that stood last on the page before; empty to begin
     */
    public Flux<BalanceLine> all(String kind, String after) {
        return kind.isEmpty()
                ? lines(database.sql(ALL), after, Slice.ASKED)
                : lines(database.sql(OF_KIND).bind("kind", kind), after, Slice.ASKED);
    }

    /** The same of those of an unknown kind, and that have waited for their entry for too long. */
    public Flux<BalanceLine> unexplained(String kind, String after) {
        GenericExecuteSpec wanted =
                database.sql(UNEXPLAINED).bind("kind", kind).bind("before", overdue());
        return lines(wanted, after, Slice.ASKED);
    }

    /** Those that were not held against the books yet, or that these do not explain. */
    public Flux<BalanceLine> open(String after, int most) {
        return lines(database.sql(OPEN), after, most);
    }

    /** The same of those that a payout carried. */
    public Flux<BalanceLine> ofPayout(String payout, String after) {
        return lines(database.sql(OF_PAYOUT).bind("payout", payout), after, Slice.ASKED);
    }

    private Flux<BalanceLine> lines(GenericExecuteSpec wanted, String after, int most) {
        return wanted.bind("after", after)
                .bind("most", most)
                .bind("due", overdue())
                .map(BalanceLine::of)
                .all();
    }

    /** How many those are. */
    public Mono<OpenLines> unexplained() {
        return database.sql(
                        """
                        select count(*) as count, min(created_at) as oldest,
                               cast(coalesce(sum(abs(net)), 0) as bigint) as yen
                        from payments.balance_line
                        where explained_at is null and (kind = 'UNKNOWN' or seen_at < :before)
                        """)
                .bind("before", overdue())
                .map(row -> new OpenLines(Tally.ofMoney(row), Row.money(row, "yen")))
                .one();
    }

    /** Those in yen that Stripe made from one moment on and before another. */
    public Mono<LineTotals> totals(Instant from, Instant until) {
        return database.sql(
                        """
                        select count(*) as count, cast(coalesce(sum(gross), 0) as bigint) as gross,
                               cast(coalesce(sum(net), 0) as bigint) as net
                        from payments.balance_line
                        where created_at >= :from and created_at < :until and currency = 'jpy'
                        """)
                .bind("from", from)
                .bind("until", until)
                .map(LineTotals::of)
                .one();
    }

    /** A line of an unknown kind that nobody has explained; empty for any other. */
    public Mono<BalanceLine> unknown(String id) {
        return database.sql(UNKNOWN)
                .bind("id", id)
                .bind("due", overdue())
                .map(BalanceLine::of)
                .one();
    }

    private Instant overdue() {
        return clock.instant().minus(GRACE);
    }

    /** Notes that the books say of these lines what Stripe says. */
    public Mono<Void> explain(List<String> lines) {
        return database.sql(
                        """
                        update payments.balance_line set explained_at = :now
                        where id = any(:lines) and explained_at is null
                        """)
                .bind("now", clock.instant())
                .bind("lines", lines.toArray(String[]::new))
                .then();
    }

    /** What Stripe stated last; empty before it was asked. */
    public Mono<Stated> stated() {
        return database.sql("select stated, listed, stated_at from payments.balance_stated")
                .map(Stated::of)
                .one();
    }
}
