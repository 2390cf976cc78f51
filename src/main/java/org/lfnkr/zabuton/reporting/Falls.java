package org.lfnkr.zabuton.reporting;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.impact.Cause;
import org.lfnkr.zabuton.impact.Correction;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.outbox.Remembered;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/** What statements say less than before, by month; kept in memory, since all of it is read. */
@Repository
class Falls {

    /** Those who are not known, at a counter or because they were erased, count as one. */
    private static final String ALL =
            """
            select date_trunc('month', c.corrected_at at time zone 'Asia/Tokyo')::date as month,
                   s.outcome, o.name_en, o.name_ja, o.unit_key, c.step, c.cause,
                   count(distinct c.subject) as statements,
                   cast(sum(c.units_before - c.units_after) as bigint) as units,
                   (array_agg(distinct hashtextextended(
                       coalesce(p.merged_into::text, p.id::text, 'unknown'), 0)))[1 : 5] as givers
            from impact.correction c
                join impact.statement s on s.subject = c.subject
                join impact.outcome o on o.code = s.outcome
                left join orders.orders b on b.id = c.subject
                left join giving.charge g on g.payment = c.subject
                left join giving.pledge e on e.id = g.pledge
                left join supporters.supporter p on p.subject_id = coalesce(b.subject, e.subject)
            where c.units_after < c.units_before
            group by 1, 2, 3, 4, 5, 6, 7
            """;

    private final Remembered<List<Fall>> all;

    Falls(DatabaseClient database) {
        all = new Remembered<>(database.sql(ALL).map(Falls::fall).all().collectList());
    }

    /** By month and reason, in no order. */
    Mono<List<Fall>> all() {
        return all.get();
    }

    Mono<List<Fall>> refresh() {
        return all.refresh();
    }

    private static Fall fall(Readable row) {
        return new Fall(
                YearMonth.from(Row.day(row, "month")),
                new Fall.Why(
                        Row.text(row, "outcome"),
                        new Bilingual(Row.text(row, "name_en"), Row.text(row, "name_ja")),
                        Row.text(row, "unit_key"),
                        Correction.Step.valueOf(Row.text(row, "step")),
                        Cause.valueOf(Row.text(row, "cause"))),
                Row.whole(row, "statements"),
                Row.whole(row, "units"),
                Givers.of(Set.of(Row.need(row, "givers", Long[].class))));
    }
}
