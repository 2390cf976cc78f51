package org.lfnkr.zabuton.audit;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Slice;
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
            "select * from audit.entry where subject = any(:subjects) order by id";

    private static final String NOTED =
            "select exists (select from audit.entry where subject = :subject and actor = :actor"
                    + " and action = :action and reason = :reason)";

    private static final String LISTED =
            """
            select * from audit.entry
            where id < :before and at >= :from and at < :until
              and (:action = '' or action = :action)
              and (:actor = '' or actor = :actor)
              and (:subject = '' or subject = :subject)
            order by id desc limit :most
            """;

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
                .map(AuditTrail::entry)
                .all();
    }

    /**
     * Whether somebody has done just that, in the same words: a form that comes a second time from
     * the same person, by a double click where no script runs, asks for nothing new.
     */
    public Mono<Boolean> knows(String actor, String action, String subject, String reason) {
        return database.sql(NOTED)
                .bind("subject", subject)
                .bind("actor", actor)
                .bind("action", action)
                .bind("reason", reason)
                .mapValue(Boolean.class)
                .one();
    }

    /**
     * What was done, the latest first.
     *
     * @param before the entry that was shown last
     */
    public Mono<Slice<AuditEntry>> list(AuditFilter filter, long before) {
        return database.sql(LISTED)
                .bind("before", before)
                .bind("from", filter.from())
                .bind("until", filter.until())
                .bind("action", filter.action())
                .bind("actor", filter.actor())
                .bind("subject", filter.subject())
                .bind("most", Slice.ASKED)
                .map(AuditTrail::entry)
                .all()
                .collectList()
                .map(Slice::of);
    }

    private static AuditEntry entry(Readable row) {
        return new AuditEntry(
                Row.whole(row, "id"),
                Row.instant(row, "at"),
                Row.text(row, "actor"),
                Row.text(row, "action"),
                Row.text(row, "subject"),
                Row.text(row, "reason"),
                new Change(Row.text(row, "before"), Row.text(row, "after")));
    }
}
