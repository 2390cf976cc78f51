package org.lfnkr.zabuton.banking.tray;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.banking.Payer;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** What rows of known payers are. Payers stand here as keyed fingerprints of their names. */
@Repository
class PayerRules {

    private static final String PURPOSE = "banking.payer";

    private static final String SAY =
            """
            with said as (
                insert into banking.rule (payer, kind, row_id, said_by, said_at)
                values (:payer, :kind, :row, :by, :at)
                on conflict (payer) do update
                set kind = excluded.kind, row_id = excluded.row_id, said_by = excluded.said_by,
                    said_at = excluded.said_at, ended_by = null, ended_at = null
                returning id)
            insert into banking.rule_version (id, rule, kind, row_id, said_by, said_at)
            select :version, id, :kind, :row, :by, :at from said
            """;

    private static final String END =
            """
            with ended as (
                update banking.rule set ended_by = :by, ended_at = :at
                where id = :rule and ended_at is null returning id, row_id)
            insert into banking.rule_version (id, rule, row_id, said_by, said_at)
            select :version, id, row_id, :by, :at from ended
            """;

    private static final String VERSIONS =
            """
            select v.id, v.rule, v.kind, v.row_id, v.said_by, v.said_at, w.day, w.yen,
                   v.kind is not null and r.ended_at is null and r.said_at = v.said_at as holds
            from banking.rule_version v join banking.rule r on r.id = v.rule
                left join banking.row w on w.id = v.row_id
            where (v.said_at, v.id)
                < (coalesce((select said_at from banking.rule_version where id = :after), 'infinity'), :after)
            order by v.said_at desc, v.id desc limit :most
            """;

    private final DatabaseClient database;
    private final Vault vault;
    private final AuditTrail audit;

    PayerRules(DatabaseClient database, Vault vault, AuditTrail audit) {
        this.database = database;
        this.vault = vault;
        this.audit = audit;
    }

    /** The kind that somebody said; empty where nobody has. */
    Mono<String> kind(Payer payer) {
        String[] all =
                vault.blindIndexes(PURPOSE, payer.folded()).stream()
                        .map(HexFormat.of()::formatHex)
                        .toArray(String[]::new);
        return database.sql(
                        """
                        select kind from banking.rule
                        where payer = any (select decode(hex, 'hex') from unnest(cast(:payers as text[])) as hex)
                          and ended_at is null
                        order by said_at desc limit 1
                        """)
                .bind("payers", all)
                .mapValue(String.class)
                .one();
    }

    /**
     * @param row that somebody had before them
     */
    Mono<Void> say(Payer payer, UUID row, String kind, String by, Instant at) {
        return database.sql(SAY)
                .bind("payer", vault.blindIndex(PURPOSE, payer.folded()))
                .bind("row", row)
                .bind("kind", kind)
                .bind("by", by)
                .bind("at", at)
                .bind("version", UUID.randomUUID())
                .then();
    }

    /** False where it has ended, or is none. */
    @Transactional
    public Mono<Boolean> end(UUID rule, String by, Instant at) {
        return database.sql(END)
                .bind("rule", rule)
                .bind("by", by)
                .bind("at", at)
                .bind("version", UUID.randomUUID())
                .fetch()
                .rowsUpdated()
                .map(ended -> ended == 1)
                .delayUntil(ended -> ended ? note(rule, by) : Mono.empty());
    }

    private Mono<Void> note(UUID rule, String by) {
        return audit.record(by, "bank.rule-ended", rule.toString(), "");
    }

    /**
     * All that was said, the latest first, one page and one more.
     *
     * @param after what stood last on the page before; any other id begins
     */
    Flux<RuleVersion> versions(UUID after) {
        return database.sql(VERSIONS)
                .bind("after", after)
                .bind("most", Slice.ASKED)
                .map(RuleVersion::of)
                .all();
    }
}
