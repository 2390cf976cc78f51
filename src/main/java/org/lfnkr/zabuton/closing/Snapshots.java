package org.lfnkr.zabuton.closing;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.util.List;

/** Asks the database whether each closed month still says what it said when it was closed. */
@Component
public class Snapshots {

    /** Years of books take longer than a page may. */
    private static final String PATIENCE = "set local statement_timeout = '30min'";

    /** From the postings themselves, all months at once. */
    static final String CHANGED =
            """
            with moved as (
                select account, coalesce(fund, '') as fund, cast(date_trunc('month', booked_on) as date) as month,
                       coalesce(sum(yen) filter (where yen > 0), 0) as debit,
                       coalesce(-sum(yen) filter (where yen < 0), 0) as credit
                from ledger.posting group by 1, 2, 3),
            line as (
                select p.month, m.account, m.fund,
                       cast(coalesce(sum(m.debit - m.credit) filter (where m.month < p.month), 0) as bigint) as opening,
                       cast(coalesce(sum(m.debit) filter (where m.month = p.month), 0) as bigint) as debit,
                       cast(coalesce(sum(m.credit) filter (where m.month = p.month), 0) as bigint) as credit
                from closing.period p join moved m on m.month <= p.month
                where p.closed_at is not null
                group by p.month, m.account, m.fund),
            counted as (
                select cast(date_trunc('month', booked_on) as date) as month, count(*) as entries
                from ledger.entry group by 1)
            select 'the month ' || to_char(p.month, 'YYYY-MM') || ' is closed, and the journal says otherwise of it'
                as violation
            from closing.period p left join counted c on c.month = p.month
            where p.closed_at is not null and p.snapshot is distinct from (
                select closing.written(p.month, coalesce(c.entries, 0), array_agg(l.account), array_agg(l.fund),
                                       array_agg(l.opening), array_agg(l.debit), array_agg(l.credit))
                from line l where l.month = p.month)
            union all
            select 'the month ' || to_char(p.month, 'YYYY-MM') || ' is closed, and the journal takes entries in it'
            from closing.period p
            where p.closed_at is not null
              and not exists (select from ledger.closed_period c where c.last_day >= p.month)
            """;

    private final DatabaseClient database;

    Snapshots(DatabaseClient database) {
        this.database = database;
    }

    /** What is wrong, in words for staff; nothing when all is well. */
    @Transactional
    public Mono<List<String>> violations() {
        return database.sql(PATIENCE)
                .then()
                .thenMany(database.sql(CHANGED).mapValue(String.class).all())
                .collectList();
    }
}
