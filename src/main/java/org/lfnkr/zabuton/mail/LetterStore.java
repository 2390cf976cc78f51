package org.lfnkr.zabuton.mail;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;

@Component
class LetterStore {

    private final DatabaseClient database;

    LetterStore(DatabaseClient database) {
        this.database = database;
    }

    /** The new letter; empty where it is known. */
    Mono<UUID> add(MailRequest request, Instant at) {
        return database.sql(
                        """
                        insert into mail.letter (id, kind, reference, language, queued_at)
                        values (:id, :kind, :reference, :language, :at)
                        on conflict (kind, reference) do nothing
                        returning id
                        """)
                .bind("id", UUID.randomUUID())
                .bind("kind", request.kind())
                .bind("reference", request.reference())
                .bind("language", request.language().tag())
                .bind("at", at)
                .mapValue(UUID.class)
                .one();
    }

    /** Also one that was given up, which is tried again; empty for one that is sent. */
    Mono<WaitingLetter> open(UUID id) {
        return database.sql(
                        """
                        select id, kind, reference, language, queued_at from mail.letter
                        where id = :id and state in ('waiting', 'undeliverable')
                        """)
                .bind("id", id)
                .map(LetterStore::toLetter)
                .one();
    }

    Mono<Void> close(UUID id, Outcome outcome, Instant at) {
        return database.sql("update mail.letter set state = :state, closed_at = :at where id = :id")
                .bind("id", id)
                .bind("state", outcome.name().toLowerCase(Locale.ROOT))
                .bind("at", at)
                .then();
    }

    Flux<SentLetter> about(Collection<UUID> matters) {
        return database.sql(
                        """
                        select id, kind, state, queued_at, again from mail.letter
                        where split_part(reference, '/', 1) = any(:matters)
                        order by queued_at, kind
                        """)
                .bind("matters", matters.stream().map(UUID::toString).toArray(String[]::new))
                .map(
                        row ->
                                new SentLetter(
                                        Row.uuid(row, "id"),
                                        Row.text(row, "kind"),
                                        "",
                                        Row.text(row, "state"),
                                        Row.instant(row, "queued_at"),
                                        Row.number(row, "again")))
                .all();
    }

    /**
     * Puts one back into the queue that is about one of some matters.
     *
     * @param rest no letter that was sent since then goes again
     * @return whether it was
     */
    Mono<Boolean> again(UUID id, Collection<UUID> matters, int most, Instant rest, Instant now) {
        return database.sql(
                        """
                        update mail.letter
                        set state = 'waiting', closed_at = null, queued_at = :now, again = again + 1
                        where id = :id and split_part(reference, '/', 1) = any(:matters) and again < :most
                          and (state = 'undeliverable' or (state = 'sent' and closed_at < :rest))
                        """)
                .bind("id", id)
                .bind("matters", matters.stream().map(UUID::toString).toArray(String[]::new))
                .bind("most", most)
                .bind("rest", rest)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(letters -> letters > 0);
    }

    private static WaitingLetter toLetter(Readable row) {
        MailRequest request =
                new MailRequest(
                        Row.text(row, "kind"),
                        Row.text(row, "reference"),
                        Language.of(Row.text(row, "language")).orElseThrow());
        return new WaitingLetter(Row.uuid(row, "id"), request, Row.instant(row, "queued_at"));
    }
}
