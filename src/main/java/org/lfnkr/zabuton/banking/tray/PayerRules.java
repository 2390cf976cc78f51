package org.lfnkr.zabuton.banking.tray;

import org.lfnkr.zabuton.banking.Payer;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.HexFormat;

/** What rows of known payers are. Payers stand here as keyed fingerprints of their names. */
@Repository
class PayerRules {

    private static final String PURPOSE = "banking.payer";

    private final DatabaseClient database;
    private final Vault vault;

    PayerRules(DatabaseClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
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
                        order by said_at desc limit 1
                        """)
                .bind("payers", all)
                .mapValue(String.class)
                .one();
    }

    Mono<Void> say(Payer payer, String kind, String by, Instant at) {
        return database.sql(
                        """
                        insert into banking.rule (payer, kind, said_by, said_at) values (:payer, :kind, :by, :at)
                        on conflict (payer) do update
                        set kind = excluded.kind, said_by = excluded.said_by, said_at = excluded.said_at
                        """)
                .bind("payer", vault.blindIndex(PURPOSE, payer.folded()))
                .bind("kind", kind)
                .bind("by", by)
                .bind("at", at)
                .then();
    }
}
