package org.lfnkr.zabuton.bookkeeping.years;

import org.lfnkr.zabuton.kernel.Slice;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Year;

/**
 * Reads where the books' year and the receipts' year of gifts differ. Receipts go by the day of the
 * gift, also for what went back later; the journal goes by the day on which it was booked.
 */
@Repository
class GiftYears {

    /**
     * Only what came late, or is no charge, can stand in another year than its gift was given in.
     * The offset keeps the planner from looking each of those days up twice.
     */
    private static final String APART =
            """
            with beside as (
                select id, source, kind, occurred_on, booked_on from ledger.entry
                where kind <> 'CHARGE' and booked_on >= :first
                union
                select id, source, kind, occurred_on, booked_on from ledger.entry
                where booked_on > occurred_on and booked_on >= :first),
            apart as (
                select b.id, b.kind, b.booked_on, g.given_on, y.gift
                from beside b
                cross join lateral (
                    select cast(coalesce(sum(-p.yen), 0) as bigint) as gift from ledger.posting p
                    where p.entry_id = b.id and p.account = 'DONATIONS') y
                cross join lateral (
                    select coalesce(
                        (select f.occurred_on from bookkeeping.movement m
                             join bookkeeping.movement c on c.payment = m.payment and c.no = 0
                             join ledger.entry f on f.source = c.source
                         where m.source = b.source), b.occurred_on) as given_on
                    offset 0) g
                where y.gift <> 0
                  and (b.booked_on <= :last) <> (g.given_on between :first and :last))
            """;

    private static final String SUMS =
            APART
                    + """
                    select (select cast(coalesce(-sum(yen), 0) as bigint) from ledger.balance
                            where account = 'DONATIONS' and booked_on between :first and :last) as booked,
                           cast(coalesce(sum(gift) filter (where given_on < :first), 0) as bigint) as of_earlier,
                           cast(coalesce(sum(gift) filter (where given_on >= :first), 0) as bigint) as in_later
                    from apart
                    """;

    private static final String LISTED =
            APART
                    + """
                    select * from apart
                    where (booked_on, id)
                          > (coalesce((select booked_on from ledger.entry where id = :after), '-infinity'), :after)
                    order by booked_on, id limit :most
                    """;

    private final DatabaseClient database;

    GiftYears(DatabaseClient database) {
        this.database = database;
    }

    Mono<GiftYear> sums(Year year) {
        return asked(SUMS, year).map(GiftYear::of).one();
    }

    /**
     * The entries between the two, by the day of the journal.
     *
     * @param after the entry that stood last on the page before; 0 begins
     */
    Flux<GiftApart> apart(Year year, long after) {
        return asked(LISTED, year)
                .bind("after", after)
                .bind("most", Slice.ASKED)
                .map(GiftApart::of)
                .all();
    }

    private GenericExecuteSpec asked(String query, Year year) {
        return database.sql(query)
                .bind("first", year.atDay(1))
                .bind("last", year.plusYears(1).atDay(1).minusDays(1));
    }
}
