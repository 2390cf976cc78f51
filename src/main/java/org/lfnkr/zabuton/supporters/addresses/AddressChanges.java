package org.lfnkr.zabuton.supporters.addresses;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.supporters.proofs.Secret;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Remembers address changes as long as they can be revoked; in the caller's transaction. */
@Component
public class AddressChanges {

    static final Duration REVOCABLE = Duration.ofDays(7);

    private static final String PLACE = "supporters.address-before";
    private static final String AFTER = "supporters.address-after";
    private static final String COLUMNS = " id, supporter_id, subject_id, done_at, merger_id ";

    private final DatabaseClient database;
    private final Vault vault;
    private final Clock clock;

    AddressChanges(DatabaseClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** What the mail to the address before holds. */
    record Notice(EmailAddress before, Secret token) {

        private String text() {
            return token.text() + " " + before.value();
        }

        private static Notice parse(String text) {
            String[] parts = text.split(" ", 2);
            return new Notice(new EmailAddress(parts[1]), new Secret(parts[0]));
        }

        @Override
        public String toString() {
            return "Notice[…]";
        }
    }

    /** A new wish; the ones before it that weren't done are void. */
    Mono<UUID> add(SupporterId supporter, EmailAddress before) {
        Notice notice = new Notice(before, Secret.random());
        return voidOpen(supporter)
                .then(vault.open())
                .delayUntil(subject -> vault.seal(subject, PLACE, notice.text()))
                .flatMap(subject -> insert(supporter, subject, notice.token()));
    }

    /** A change that staff made, which the address before can take back like one's own. */
    Mono<AddressChange> addDone(SupporterId supporter, EmailAddress before, EmailAddress after) {
        return add(supporter, before)
                .then(take(supporter))
                .delayUntil(change -> keep(change, after));
    }

    private Mono<Void> voidOpen(SupporterId supporter) {
        return database.sql(
                        """
                        update supporters.address_change set revoked_at = :now
                        where supporter_id = :supporter and done_at is null and revoked_at is null
                        """)
                .bind("now", clock.instant())
                .bind("supporter", supporter.value())
                .then();
    }

    private Mono<UUID> insert(SupporterId supporter, SubjectId subject, Secret token) {
        return database.sql(
                        """
                        insert into supporters.address_change
                            (id, supporter_id, subject_id, token_hash, asked_at, revocable_until)
                        values (:id, :supporter, :subject, :token, :now, :until)
                        returning id
                        """)
                .bind("id", UUID.randomUUID())
                .bind("supporter", supporter.value())
                .bind("subject", subject.value())
                .bind("token", token.hash())
                .bind("now", clock.instant())
                .bind("until", clock.instant().plus(REVOCABLE))
                .mapValue(UUID.class)
                .one();
    }

    /** What the address before is told; empty once it can't be revoked any more. */
    Mono<Notice> notice(UUID id) {
        return database.sql(
                        "select"
                                + COLUMNS
                                + """
                                from supporters.address_change
                                where id = :id and revoked_at is null and revocable_until > :now
                                """)
                .bind("id", id)
                .bind("now", clock.instant())
                .map(AddressChanges::toChange)
                .one()
                .flatMap(this::notice);
    }

    Mono<Notice> notice(AddressChange change) {
        return vault.reveal(change.subject(), PLACE).map(Notice::parse);
    }

    /** Takes the open wish of a supporter, whose new address was proved. */
    Mono<AddressChange> take(SupporterId supporter) {
        return database.sql(
                        """
                        update supporters.address_change set done_at = :now
                        where supporter_id = :supporter and done_at is null and revoked_at is null
                        returning
                        """
                                + COLUMNS)
                .bind("now", clock.instant())
                .bind("supporter", supporter.value())
                .map(AddressChanges::toChange)
                .one();
    }

    /** Keeps the address that was proved, to be told if the change is taken back. */
    Mono<Void> keep(AddressChange change, EmailAddress after) {
        return vault.seal(change.subject(), AFTER, after.value());
    }

    /** The address that a change led to, where it was done and was taken back. */
    Mono<EmailAddress> revoked(UUID id) {
        return database.sql(
                        "select"
                                + COLUMNS
                                + """
                                from supporters.address_change
                                where id = :id and revoked_at is not null and done_at is not null
                                """)
                .bind("id", id)
                .map(AddressChanges::toChange)
                .one()
                .flatMap(change -> vault.reveal(change.subject(), AFTER))
                .map(EmailAddress::new);
    }

    Mono<Void> note(UUID change, UUID merger) {
        return database.sql(
                        "update supporters.address_change set merger_id = :merger where id = :id")
                .bind("merger", merger)
                .bind("id", change)
                .then();
    }

    /** Takes the change whose revoking link this is, once. */
    Mono<AddressChange> revoke(Secret token) {
        return database.sql(
                        """
                        update supporters.address_change set revoked_at = :now
                        where token_hash = :token and revoked_at is null and revocable_until > :now
                        returning
                        """
                                + COLUMNS)
                .bind("now", clock.instant())
                .bind("token", token.hash())
                .map(AddressChanges::toChange)
                .one();
    }

    /** Forgets every address that a member had before. */
    public Mono<Void> forget(Member member) {
        return drop(database.sql(
                                "select"
                                        + COLUMNS
                                        + "from supporters.address_change"
                                        + " where supporter_id = any(:ids)")
                        .bind("ids", member.ids())
                        .map(AddressChanges::toChange)
                        .all())
                .then();
    }

    public Mono<Long> sweep() {
        return Mono.defer(
                () ->
                        drop(
                                database.sql(
                                                "select"
                                                        + COLUMNS
                                                        + "from supporters.address_change"
                                                        + " where revocable_until <= :now")
                                        .bind("now", clock.instant())
                                        .map(AddressChanges::toChange)
                                        .all()));
    }

    private Mono<Long> drop(Flux<AddressChange> changes) {
        return changes.concatMap(
                        change ->
                                vault.erase(change.subject())
                                        .then(delete(change.id()))
                                        .thenReturn(change))
                .count();
    }

    private Mono<Void> delete(UUID id) {
        return database.sql("delete from supporters.address_change where id = :id")
                .bind("id", id)
                .then();
    }

    private static AddressChange toChange(Readable row) {
        @Nullable Instant doneAt = row.get("done_at", Instant.class);
        return new AddressChange(
                Row.uuid(row, "id"),
                new SupporterId(Row.uuid(row, "supporter_id")),
                new SubjectId(Row.uuid(row, "subject_id")),
                doneAt,
                row.get("merger_id", UUID.class));
    }
}
