package org.lfnkr.zabuton.bookkeeping.balance;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Source;
import org.lfnkr.zabuton.payments.balance.BalanceLine;
import org.lfnkr.zabuton.payments.balance.BalanceLineMoved;
import org.lfnkr.zabuton.payments.balance.LineKind;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Books lines that belong to no payment, and asks what the journal says of any. */
@Repository
class LineBooks {

    private static final String BOOKED =
            """
            select e.source, cast(coalesce(sum(p.yen), 0) as bigint) as yen
            from ledger.entry e
                left join ledger.posting p on p.entry_id = e.id and p.account = 'STRIPE_BALANCE'
            where e.source = any(:sources) group by e.source
            """;

    private final DatabaseClient database;

    LineBooks(DatabaseClient database) {
        this.database = database;
    }

    /** False when it was there before, or moves nothing. */
    Mono<Boolean> book(BalanceLineMoved line) {
        return database.sql(
                        "select bookkeeping.book_balance_line(:line, :day, :kind, :yen, :fee, :at)")
                .bind("line", line.line())
                .bind("day", BusinessDate.of(line.at()))
                .bind("kind", line.kind().name())
                .bind("yen", line.amount())
                .bind("fee", line.fee())
                .bind("at", line.at())
                .mapValue(Boolean.class)
                .one();
    }

    /** False where no such line stands on suspense. */
    Mono<Boolean> explain(
            BalanceLine line, LineKind kind, String reason, String by, LocalDate day, Instant at) {
        return database.sql(
                        "select bookkeeping.explain_balance_line(:line, :day, :kind, :reason, :by, :at)")
                .bind("line", line.id())
                .bind("day", day)
                .bind("kind", kind.name())
                .bind("reason", reason)
                .bind("by", by)
                .bind("at", at)
                .mapValue(Boolean.class)
                .one();
    }

    /** What the journal moved at Stripe for these lines, by source; without those not booked. */
    Mono<Map<String, Long>> booked(List<BalanceLine> lines) {
        return database.sql(BOOKED)
                .bind("sources", lines.stream().map(LineBooks::source).toArray(String[]::new))
                .map(LineBooks::entry)
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    static String source(BalanceLine line) {
        return Source.stripe(line.id()).toString();
    }

    private static Map.Entry<String, Long> entry(Readable row) {
        return Map.entry(Row.text(row, "source"), Row.whole(row, "yen"));
    }
}
