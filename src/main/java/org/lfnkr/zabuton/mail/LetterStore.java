package org.lfnkr.zabuton.mail;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Language;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

@Component
class LetterStore {

    private final DatabaseClient database;

    LetterStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Long> add(MailRequest request, Instant at) {
        return database.sql(
                        """
                        insert into mail.letter (id, kind, reference, language, queued_at, due_at)
                        values (:id, :kind, :reference, :language, :at, :at)
                        on conflict (kind, reference) do nothing
                        """)
                .bind("id", UUID.randomUUID())
                .bind("kind", request.kind())
                .bind("reference", request.reference())
                .bind("language", request.language().tag())
                .bind("at", at)
                .fetch()
                .rowsUpdated();
    }

    /**
     * Takes up the letter that has been due longest. It is out of everybody's reach for the
     * shortest pause, which is longer than an attempt can last.
     *
     * @param dueBy what became due later is left
     */
    Mono<WaitingLetter> takeUp(Instant dueBy, Instant now) {
        return database.sql(
                        """
                        update mail.letter set attempts = attempts + 1, due_at = :reserved
                        where id = (
                            select id from mail.letter where state = 'waiting' and due_at <= :due_by
                            order by due_at limit 1 for update skip locked)
                        returning id, kind, reference, language, attempts, queued_at
                        """)
                .bind("due_by", dueBy)
                .bind("reserved", now.plus(Patience.FIRST))
                .map(LetterStore::toLetter)
                .one();
    }

    Mono<Void> postpone(UUID id, Instant until) {
        return database.sql("update mail.letter set due_at = :until where id = :id")
                .bind("id", id)
                .bind("until", until)
                .then();
    }

    /** As if it had not been taken up. */
    Mono<Void> putBack(UUID id, Instant until) {
        return database.sql(
                        "update mail.letter set due_at = :until, attempts = attempts - 1"
                                + " where id = :id")
                .bind("id", id)
                .bind("until", until)
                .then();
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
                        select kind, state, queued_at from mail.letter
                        where split_part(reference, '/', 1) = any(:matters)
                        order by queued_at, kind
                        """)
                .bind("matters", matters.stream().map(UUID::toString).toArray(String[]::new))
                .map(
                        row ->
                                new SentLetter(
                                        column(row, "kind", String.class),
                                        column(row, "state", String.class),
                                        column(row, "queued_at", Instant.class)))
                .all();
    }

    private static WaitingLetter toLetter(Readable row) {
        MailRequest request =
                new MailRequest(
                        column(row, "kind", String.class),
                        column(row, "reference", String.class),
                        Language.of(column(row, "language", String.class)).orElseThrow());
        return new WaitingLetter(
                column(row, "id", UUID.class),
                request,
                column(row, "attempts", Integer.class),
                column(row, "queued_at", Instant.class));
    }

    private static <T> T column(Readable row, String name, Class<T> type) {
        return Objects.requireNonNull(row.get(name, type), name);
    }
}
