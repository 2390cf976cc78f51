package org.lfnkr.zabuton.impact;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

@Repository
class AllocationStore {

    private static final String IN_FORCE =
            """
            select p.version, p.effective_from, s.stream, s.fund, s.parts
            from impact.allocation_share s join impact.allocation_policy p using (version)
            where p.effective_from = (
                select max(effective_from) from impact.allocation_policy where effective_from <= :day)
            """;

    private final DatabaseClient database;

    AllocationStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<AllocationPolicy> inForce(LocalDate on) {
        return database.sql(IN_FORCE)
                .bind("day", on)
                .map(Share::of)
                .all()
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(AllocationStore::policy);
    }

    private static AllocationPolicy policy(List<Share> rows) {
        Share first = rows.getFirst();
        return new AllocationPolicy(
                first.version(),
                first.effectiveFrom(),
                shares(rows, "PROFIT"),
                shares(rows, "GIFT"));
    }

    private static Shares shares(List<Share> rows, String stream) {
        return new Shares(
                rows.stream()
                        .filter(row -> row.stream().equals(stream))
                        .collect(Collectors.toMap(Share::fund, Share::parts)));
    }

    private record Share(
            int version, LocalDate effectiveFrom, String stream, Fund fund, int parts) {

        static Share of(Readable row) {
            return new Share(
                    Row.number(row, "version"),
                    Row.day(row, "effective_from"),
                    Row.text(row, "stream"),
                    new Fund(Row.text(row, "fund")),
                    Row.number(row, "parts"));
        }
    }
}
