package org.lfnkr.zabuton.funds.outcomes.quiet;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** Who wants no mails about purchases and deliveries. */
@Repository
public class QuietStore {

    private final DatabaseClient database;

    QuietStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(SubjectId subject, Instant at) {
        return database.sql(
                        """
                        insert into funds.quiet (subject, since)
                        select id, :at from vault.subject where id = :subject
                        on conflict do nothing
                        """)
                .bind("subject", subject.value())
                .bind("at", at)
                .then();
    }

    /** Since when, of those who said so. */
    public Flux<Instant> since(Collection<SubjectId> subjects) {
        return database.sql("select since from funds.quiet where subject = any(:subjects)")
                .bind("subjects", ids(subjects))
                .map(row -> Row.instant(row, "since"))
                .all();
    }

    Mono<Void> forget(Collection<SubjectId> subjects) {
        return database.sql("delete from funds.quiet where subject = any(:subjects)")
                .bind("subjects", ids(subjects))
                .then();
    }

    private static UUID[] ids(Collection<SubjectId> subjects) {
        return subjects.stream().map(SubjectId::value).toArray(UUID[]::new);
    }
}
