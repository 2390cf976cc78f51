package org.lfnkr.zabuton.mail;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

@Component
class UndeliveredStore {

    private static final String FIELDS =
            "select id, kind, coalesce(subject_key, '') as subject_key,"
                    + " coalesce(about, '') as about, closed_at from mail.letter"
                    + " where state = 'undeliverable'";

    private final DatabaseClient database;

    UndeliveredStore(DatabaseClient database) {
        this.database = database;
    }

    /** Says what a letter is called that failed, so that people can be told of it. */
    Mono<Void> name(UUID id, LetterContent content) {
        return database.sql(
                        "update mail.letter set subject_key = :key, about = :about where id = :id")
                .bind("id", id)
                .bind("key", content.subjectKey())
                .bind("about", about(content))
                .then();
    }

    private static String about(LetterContent content) {
        return content.subjectArguments().isEmpty()
                ? ""
                : content.subjectArguments().getFirst().toString();
    }

    Flux<Undelivered> about(Collection<String> references, Instant since) {
        return database.sql(
                        FIELDS
                                + " and about = any(:references) and closed_at > :since"
                                + " order by closed_at desc, id")
                .bind("references", references.toArray(String[]::new))
                .bind("since", since)
                .map(UndeliveredStore::toUndelivered)
                .all();
    }

    /**
     * The latest first.
     *
     * @param last where the page before ended
     */
    Flux<Undelivered> before(Instant last, UUID id, int most) {
        return database.sql(
                        FIELDS
                                + " and (closed_at < :last or closed_at = :last and id > :id)"
                                + " order by closed_at desc, id limit :most")
                .bind("last", last)
                .bind("id", id)
                .bind("most", most)
                .map(UndeliveredStore::toUndelivered)
                .all();
    }

    Mono<Tally> tally() {
        return database.sql(
                        """
                        select count(*) as count, min(closed_at) as oldest from mail.letter
                         where state = 'undeliverable'
                        """)
                .map(Tally::of)
                .one();
    }

    Mono<Undelivered> find(UUID id) {
        return database.sql(FIELDS + " and id = :id")
                .bind("id", id)
                .map(UndeliveredStore::toUndelivered)
                .one();
    }

    /** How many were put back into the queue. */
    Mono<Long> again(UUID id, Instant now) {
        return database.sql(
                        """
                        update mail.letter
                        set state = 'waiting', closed_at = null, queued_at = :now
                        where id = :id and state = 'undeliverable'
                        """)
                .bind("id", id)
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    private static Undelivered toUndelivered(Readable row) {
        return new Undelivered(
                Row.uuid(row, "id"),
                Row.text(row, "kind"),
                Row.text(row, "subject_key"),
                Row.text(row, "about"),
                Row.instant(row, "closed_at"));
    }
}
