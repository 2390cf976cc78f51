package org.lfnkr.zabuton.closing;

import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Entries that stand in another month than the one in which it happened. */
@Repository
class LateFacts {

    private static final String FACTS =
            """
            select e.id, split_part(e.source, ':', 1) as means, e.kind, e.occurred_on, e.booked_on,
                   (select cast(sum(p.yen) filter (where p.yen > 0) as bigint)
                    from ledger.posting p where p.entry_id = e.id) as yen
            from ledger.entry e
            """;

    private static final String OF =
            """
            where e.booked_on > e.occurred_on and e.occurred_on between :first and :last and e.booked_on > :last
            """;

    private static final String IN =
            """
            where e.booked_on > e.occurred_on and e.booked_on between :first and :last and e.occurred_on < :first
            """;

    /** In the order of the days, so that a page reads no more of a month than it shows. */
    private static final String LISTED_OF =
            FACTS
                    + OF
                    + """
                     and (e.occurred_on, e.id)
                        > (coalesce((select occurred_on from ledger.entry where id = :after), '-infinity'), :after)
                    order by e.occurred_on, e.id limit :most
                    """;

    private static final String LISTED_IN =
            FACTS
                    + IN
                    + """
                     and (e.booked_on, e.id)
                        > (coalesce((select booked_on from ledger.entry where id = :after), '-infinity'), :after)
                    order by e.booked_on, e.id limit :most
                    """;

    private static final String COUNT =
            "select count(*) as count, null::timestamptz as oldest from ledger.entry e ";

    private static final String COUNTED_OF = COUNT + OF;

    private static final String COUNTED_IN = COUNT + IN;

    private final DatabaseClient database;

    LateFacts(DatabaseClient database) {
        this.database = database;
    }

    /**
     * By the day on which they happened, or of those that landed, by the day of the journal.
     *
     * @param landed those that stand in the month; otherwise those that happened in it
     * @param after the entry that stood last on the page before
     */
    Flux<LateFact> list(Period period, boolean landed, long after) {
        return asked(landed ? LISTED_IN : LISTED_OF, period)
                .bind("after", after)
                .bind("most", Slice.ASKED)
                .map(LateFact::of)
                .all();
    }

    /** How many those are. */
    Mono<Long> count(Period period, boolean landed) {
        return asked(landed ? COUNTED_IN : COUNTED_OF, period)
                .map(Tally::of)
                .one()
                .map(Tally::count);
    }

    private DatabaseClient.GenericExecuteSpec asked(String query, Period period) {
        return database.sql(query).bind("first", period.first()).bind("last", period.last());
    }
}
