package org.lfnkr.zabuton.supporters;

import org.lfnkr.zabuton.kernel.Row;
import org.springframework.modulith.NamedInterface;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;

/** What people agreed to, in the words that they saw, and what of it they took back. */
@NamedInterface("inside")
@Component
public class ConsentStore {

    private final DatabaseClient database;

    ConsentStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(SupporterId supporter, String kind, String version, String wording, Instant at) {
        return database.sql(
                        """
                        insert into supporters.consent
                            (supporter_id, kind, version, wording, given_at)
                        values (:supporter, :kind, :version, :wording, :at)
                        """)
                .bind("supporter", supporter.value())
                .bind("kind", kind)
                .bind("version", version)
                .bind("wording", wording)
                .bind("at", at)
                .then();
    }

    /** All that a member agreed to or took back, oldest first. */
    public Flux<Consent> of(Member member) {
        return database.sql(
                        """
                        select kind, version, wording, given_at, withdrawal from supporters.consent
                        where supporter_id = any(:ids) order by given_at, id
                        """)
                .bind("ids", member.ids())
                .map(
                        row ->
                                new Consent(
                                        Row.text(row, "kind"),
                                        Row.text(row, "version"),
                                        Row.text(row, "wording"),
                                        Row.instant(row, "given_at"),
                                        Row.flag(row, "withdrawal")))
                .all();
    }

    /**
     * Takes back what a member agreed to last of a kind; nothing where it is taken back already.
     */
    Mono<Void> withdraw(Member member, String kind, Instant at) {
        return database.sql(
                        """
                        insert into supporters.consent
                            (supporter_id, kind, version, wording, given_at, withdrawal)
                        select supporter_id, kind, version, wording, :at, true from (
                            select * from supporters.consent
                            where supporter_id = any(:ids) and kind = :kind
                            order by given_at desc, id desc limit 1) last
                        where not last.withdrawal
                        """)
                .bind("ids", member.ids())
                .bind("kind", kind)
                .bind("at", at)
                .then();
    }
}
