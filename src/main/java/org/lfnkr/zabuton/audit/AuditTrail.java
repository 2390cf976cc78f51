package org.lfnkr.zabuton.audit;

import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Collection;

/** The book of what was done; the database lets the application add to it and read it only. */
@Service
public class AuditTrail {

    private static final String RECORD =
            "insert into audit.entry (at, actor, action, subject, reason, before, after)"
                    + " values (:at, :actor, :action, :subject, :reason, :before, :after)";

    private static final String ABOUT =
            "select at, actor, action, reason from audit.entry where subject = any(:subjects)"
                    + " order by id";

    private final DatabaseClient database;
    private final Clock clock;

    AuditTrail(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Joins the caller's transaction, so what is undone leaves no entry.
     *
     * @param actor the account or the part of the system that acted, such as {@code payments}
     * @param action what it did, such as {@code payment.held}
     * @param subject the id of what it was done to
     * @param reason why; no personal data
     */
    @Transactional
    public Mono<Void> record(String actor, String action, String subject, String reason) {
        return record(actor, action, subject, reason, Change.NONE);
    }

    /** The same of an act that changed something. */
    @Transactional
    public Mono<Void> record(
            String actor, String action, String subject, String reason, Change change) {
        return database.sql(RECORD)
                .bind("at", clock.instant())
                .bind("actor", actor)
                .bind("action", action)
                .bind("subject", subject)
                .bind("reason", reason)
                .bind("before", change.before())
                .bind("after", change.after())
                .then();
    }

    /**
     * What was done to some things, oldest first.
     *
     * @param subjects their ids
     */
    public Flux<AuditEntry> about(Collection<String> subjects) {
        return database.sql(ABOUT)
                .bind("subjects", subjects.toArray(String[]::new))
                .map(
                        row ->
                                new AuditEntry(
                                        Row.instant(row, "at"),
                                        Row.text(row, "actor"),
                                        Row.text(row, "action"),
                                        Row.text(row, "reason")))
                .all();
    }
}
