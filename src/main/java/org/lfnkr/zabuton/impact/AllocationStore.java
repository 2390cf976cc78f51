package org.lfnkr.zabuton.impact;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Repository
class AllocationStore {

    private static final String IN_FORCE =
            """
            select p.version, p.effective_from, s.stream, s.fund, s.parts
            from impact.allocation_share s join impact.allocation_policy p using (version)
            where p.version = (
                select version from impact.allocation_policy
                where effective_from <= :day and withdrawn_at is null order by effective_from desc limit 1)
            """;

    /** With the price of an outcome that is valid on that day, or nothing in its place. */
    private static final String BASIS =
            """
            select p.version, p.effective_from, s.stream, s.fund, s.parts,
                   v.id, v.outcome, o.name_en, o.name_ja, o.unit_key, o.fund as price_fund,
                   v.yen, v.units, v.valid_from, v.valid_to, v.evidence
            from impact.allocation_share s join impact.allocation_policy p using (version)
                left join (impact.price v join impact.outcome o on o.code = v.outcome)
                    on v.id = (
                        select id from impact.price where outcome = :outcome and valid_from <= :day
                        order by valid_from desc, decided_at desc nulls last limit 1)
                    and v.yen is not null and (v.valid_to is null or v.valid_to >= :day)
                    and :day between v.evidence_on and v.evidence_until
            where p.version = (
                select version from impact.allocation_policy
                where effective_from <= :day and withdrawn_at is null order by effective_from desc limit 1)
            """;

    /** By the day on which something was promised; on the given day where nothing was. */
    private static final String PROMISED_BY =
            """
            select p.version, p.effective_from, s.stream, s.fund, s.parts
            from impact.allocation_share s join impact.allocation_policy p using (version)
            where p.version = (
                select version from impact.allocation_policy
                where effective_from <= coalesce(
                        (select (promised_at at time zone 'Asia/Tokyo')::date from impact.statement
                         where subject = :subject), :day)
                  and withdrawn_at is null order by effective_from desc limit 1)
            """;

    private static final String ALL =
            """
            select p.version, p.effective_from, p.reason_en, p.reason_ja, p.decided_at,
                   p.withdrawn_at, p.withdrawn_en, p.withdrawn_ja, s.stream, s.fund, s.parts
            from impact.allocation_policy p join impact.allocation_share s using (version)
            order by p.effective_from desc, p.version desc
            """;

    private static final String HOLD =
            "select version from impact.allocation_policy order by version limit 1 for update";

    private static final String ADD =
            """
            with added as (
                insert into impact.allocation_policy (version, effective_from, reason_en, reason_ja, decided_at)
                select max(version) + 1, :from, :en, :ja, :at from impact.allocation_policy
                returning version
            ), shared as (
                insert into impact.allocation_share (version, stream, fund, parts)
                select added.version, share.stream, share.fund, share.parts
                from added, unnest(cast(:streams as text[]), cast(:funds as text[]), cast(:parts as int[]))
                    as share (stream, fund, parts)
            )
            select version from added
            """;

    private static final String WITHDRAW =
            """
            update impact.allocation_policy
            set withdrawn_at = :at, withdrawn_en = :en, withdrawn_ja = :ja
            where version = :version and withdrawn_at is null
              and effective_from > (cast(:at as timestamptz) at time zone 'Asia/Tokyo')::date
            """;

    private final DatabaseClient database;

    AllocationStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<AllocationPolicy> inForce(LocalDate on) {
        return database.sql(IN_FORCE)
                .bind("day", on)
                .map(AllocationRow::of)
                .all()
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(AllocationRow::policy);
    }

    Mono<Basis> basis(String outcome, LocalDate on) {
        return database.sql(BASIS)
                .bind("outcome", outcome)
                .bind("day", on)
                .map(row -> new Promising(AllocationRow.of(row), price(row)))
                .all()
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(AllocationStore::basis);
    }

    private record Promising(AllocationRow share, Optional<OutcomePrice> price) {}

    private static Optional<OutcomePrice> price(Readable row) {
        return row.get("id") == null
                ? Optional.empty()
                : Optional.of(PriceBook.priceOf(row, "price_fund"));
    }

    private static Basis basis(List<Promising> rows) {
        return new Basis(
                AllocationRow.policy(rows.stream().map(Promising::share).toList()),
                rows.getFirst().price());
    }

    Mono<AllocationPolicy> promisedBy(UUID subject, LocalDate otherwise) {
        return database.sql(PROMISED_BY)
                .bind("subject", subject)
                .bind("day", otherwise)
                .map(AllocationRow::of)
                .all()
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(AllocationRow::policy);
    }

    Flux<PolicyVersion> all() {
        return database.sql(ALL)
                .map(row -> new VersionRow(AllocationRow.of(row), VersionRow.version(row)))
                .all()
                .bufferUntilChanged(row -> row.share().version())
                .map(VersionRow::version);
    }

    Mono<Void> hold() {
        return database.sql(HOLD).fetch().all().then();
    }

    Mono<Integer> add(
            LocalDate from, Shares profit, Shares gift, Bilingual reason, Instant decidedAt) {
        ShareColumns shares = ShareColumns.of(profit, gift);
        return database.sql(ADD)
                .bind("from", from)
                .bind("en", reason.en())
                .bind("ja", reason.ja())
                .bind("at", decidedAt)
                .bind("streams", shares.streams())
                .bind("funds", shares.funds())
                .bind("parts", shares.parts())
                .mapValue(Integer.class)
                .one();
    }

    Mono<Boolean> withdraw(int version, Bilingual reason, Instant at) {
        return database.sql(WITHDRAW)
                .bind("version", version)
                .bind("en", reason.en())
                .bind("ja", reason.ja())
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
