package org.lfnkr.zabuton.payments.balance;

import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stripe's payouts, for pages. */
@Repository
public class Payouts {

    private static final String PAYOUTS =
            """
            select p.id, p.yen, p.status, p.automatic, p.failure, p.created_at, p.arrives_on,
                   case when p.listed_at is not null then (
                       select cast(coalesce(sum(l.net), 0) as bigint)
                       from payments.balance_line l where l.payout = p.id) end as carried
            from payments.payout p
            """;

    private static final String BEHIND =
            """
            (p.created_at, p.id)
                < (coalesce((select created_at from payments.payout where id = :after), 'infinity'), :after)
            order by p.created_at desc, p.id desc limit :most
            """;

    private static final String SINCE_ONE_WENT_WELL =
            """
            p.status in ('failed', 'canceled') and p.created_at > coalesce((
                select well.created_at from payments.payout well
                where well.status not in ('failed', 'canceled')
                order by well.created_at desc limit 1), '-infinity')
            """;

    private static final String ALL = PAYOUTS + "where " + BEHIND;

    private static final String FAILED =
            PAYOUTS + "where " + SINCE_ONE_WENT_WELL + " and " + BEHIND;

    private static final String TALLY =
            "select count(*) as count, min(p.created_at) as oldest,"
                    + " cast(coalesce(sum(p.yen), 0) as bigint) as yen from payments.payout p where "
                    + SINCE_ONE_WENT_WELL;

    private final DatabaseClient database;

    Payouts(DatabaseClient database) {
        this.database = database;
    }

    /**
     * One page and one more, the newest first.
     *
     * @param after the payout that stood last on the page before; empty to begin
     */
    public Flux<Payout> all(String after) {
        return payouts(database.sql(ALL), after);
    }

    /** The same of those that came back since one went well. */
    public Flux<Payout> back(String after) {
        return payouts(database.sql(FAILED), after);
    }

    private static Flux<Payout> payouts(GenericExecuteSpec wanted, String after) {
        return wanted.bind("after", after).bind("most", Slice.ASKED).map(Payout::of).all();
    }

    /** Empty where there is none of that name. */
    public Mono<Payout> find(String id) {
        return database.sql(PAYOUTS + "where p.id = :id").bind("id", id).map(Payout::of).one();
    }

    /** How many those are: the account at the bank may be wrong. */
    public Mono<Tally> failed() {
        return database.sql(TALLY).map(Tally::ofMoney).one();
    }
}
