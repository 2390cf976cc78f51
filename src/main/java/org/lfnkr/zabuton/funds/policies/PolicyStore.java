package org.lfnkr.zabuton.funds.policies;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.impact.ShareColumns;
import org.lfnkr.zabuton.impact.Shares;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@Repository
class PolicyStore {

    private static final String ADD =
            """
            with added as (
                insert into funds.policy_draft (id, effective_from, reason_en, reason_ja, drafted_at)
                values (:id, :from, :en, :ja, :at) returning id
            )
            insert into funds.policy_draft_share (draft, stream, fund, parts)
            select added.id, share.stream, share.fund, share.parts
            from added, unnest(cast(:streams as text[]), cast(:funds as text[]), cast(:parts as int[]))
                as share (stream, fund, parts)
            """;

    private static final String DRAFT =
            """
            select d.id, d.effective_from, d.reason_en, d.reason_ja, d.version, s.stream, s.fund, s.parts
            from funds.policy_draft d join funds.policy_draft_share s on s.draft = d.id
            where d.id = :id
            """;

    private static final String BECAME =
            "update funds.policy_draft set version = :version where id = :id";

    private static final String WITHDRAW =
            """
            insert into funds.policy_withdrawal (id, version, reason_en, reason_ja, drafted_at)
            values (:id, :version, :en, :ja, :at)
            """;

    private static final String WITHDRAWAL =
            "select id, version, reason_en, reason_ja from funds.policy_withdrawal where id = :id";

    private final DatabaseClient database;

    PolicyStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(PolicyDraft draft, Instant at) {
        ShareColumns shares = ShareColumns.of(draft.ofProfit(), draft.ofGift());
        return database.sql(ADD)
                .bind("id", draft.id())
                .bind("from", draft.from())
                .bind("en", draft.reason().en())
                .bind("ja", draft.reason().ja())
                .bind("at", at)
                .bind("streams", shares.streams())
                .bind("funds", shares.funds())
                .bind("parts", shares.parts())
                .then();
    }

    Mono<PolicyDraft> draft(UUID id) {
        return database.sql(DRAFT)
                .bind("id", id)
                .map(DraftRow::of)
                .all()
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(PolicyStore::draft);
    }

    private static PolicyDraft draft(List<DraftRow> rows) {
        Map<String, Map<Fund, Integer>> shares = new HashMap<>();
        rows.forEach(
                row ->
                        shares.computeIfAbsent(row.stream(), stream -> new HashMap<>())
                                .put(row.fund(), row.parts()));
        PolicyDraft said = rows.getFirst().said();
        return new PolicyDraft(
                said.id(),
                said.from(),
                new Shares(shares.getOrDefault("PROFIT", Map.of())),
                new Shares(shares.getOrDefault("GIFT", Map.of())),
                said.reason(),
                said.version());
    }

    Mono<Void> became(UUID draft, int version) {
        return database.sql(BECAME).bind("id", draft).bind("version", version).then();
    }

    Mono<Void> add(Withdrawal withdrawal, Instant at) {
        return database.sql(WITHDRAW)
                .bind("id", withdrawal.id())
                .bind("version", withdrawal.version())
                .bind("en", withdrawal.reason().en())
                .bind("ja", withdrawal.reason().ja())
                .bind("at", at)
                .then();
    }

    Mono<Withdrawal> withdrawal(UUID id) {
        return database.sql(WITHDRAWAL)
                .bind("id", id)
                .map(
                        row ->
                                new Withdrawal(
                                        Row.uuid(row, "id"),
                                        Row.number(row, "version"),
                                        reason(row)))
                .one();
    }

    private static Bilingual reason(Readable row) {
        return new Bilingual(Row.text(row, "reason_en"), Row.text(row, "reason_ja"));
    }

    /** A share of a draft, and the draft with all of that goes where nothing is known yet. */
    private record DraftRow(PolicyDraft said, String stream, Fund fund, int parts) {

        static DraftRow of(Readable row) {
            Fund fund = new Fund(Row.text(row, "fund"));
            return new DraftRow(
                    new PolicyDraft(
                            Row.uuid(row, "id"),
                            Row.day(row, "effective_from"),
                            Shares.allTo(fund),
                            Shares.allTo(fund),
                            reason(row),
                            row.get("version", Integer.class)),
                    Row.text(row, "stream"),
                    fund,
                    Row.number(row, "parts"));
        }
    }
}
