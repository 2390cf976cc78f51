package org.lfnkr.zabuton.staff;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.supporters.signin.Device;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Passkeys of accounts, and the challenges that were answered. */
@Repository
class PasskeyStore {

    private final DatabaseClient database;

    PasskeyStore(DatabaseClient database) {
        this.database = database;
    }

    /** A passkey as it was when it was last used. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Passkey(UUID account, byte[] credential, long signed) {}

    Mono<Void> add(byte[] id, Passkey passkey, Device device, Instant at) {
        return database.sql(
                        """
                        insert into staff.passkey
                            (id, account_id, credential, signed, added_at, browser, system)
                        values (:id, :account, :credential, :signed, :at, :browser, :system)
                        """)
                .bind("id", id)
                .bind("account", passkey.account())
                .bind("credential", passkey.credential())
                .bind("signed", passkey.signed())
                .bind("at", at)
                .bind("browser", device.browser().name())
                .bind("system", device.system().name())
                .then();
    }

    /**
     * A passkey among the others of its account.
     *
     * @param device where it was made; null where nobody noted it
     * @param usedAt null where it never was
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(byte[] id, @Nullable Device device, Instant addedAt, @Nullable Instant usedAt) {

        /** As an address has it. */
        public String code() {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
        }
    }

    /** The oldest first. */
    Flux<Line> of(UUID account) {
        return database.sql(
                        """
                        select id, browser, system, added_at, last_used_at from staff.passkey
                        where account_id = :account order by added_at, id
                        """)
                .bind("account", account)
                .map(PasskeyStore::toLine)
                .all();
    }

    private static Line toLine(Readable row) {
        String browser = row.get("browser", String.class);
        return new Line(
                Row.need(row, "id", byte[].class),
                browser == null
                        ? null
                        : new Device(
                                Device.Browser.valueOf(browser),
                                Device.System.valueOf(Row.text(row, "system"))),
                Row.instant(row, "added_at"),
                row.get("last_used_at", Instant.class));
    }

    /** The account is locked, so that of two that are removed at once one stays. */
    Mono<Boolean> remove(UUID account, byte[] id) {
        return database.sql(
                        """
                        delete from staff.passkey where id = :id and account_id = :account
                          and exists (select from staff.passkey other
                                      where other.account_id = :account and other.id <> :id)
                        """)
                .bind("id", id)
                .bind("account", account)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** A passkey of an open account. */
    Mono<Passkey> find(byte[] id) {
        return database.sql(
                        """
                        select account_id, credential, signed
                        from staff.passkey join staff.account on account.id = account_id
                        where passkey.id = :id and closed_at is null
                        """)
                .bind("id", id)
                .map(
                        row ->
                                new Passkey(
                                        Row.uuid(row, "account_id"),
                                        Row.need(row, "credential", byte[].class),
                                        Row.whole(row, "signed")))
                .one();
    }

    /** The ids of an open account's passkeys. */
    Flux<byte[]> ids(UUID account) {
        return database.sql(
                        """
                        select passkey.id from staff.passkey join staff.account on account.id = account_id
                        where account_id = :account and closed_at is null order by added_at, passkey.id
                        """)
                .bind("account", account)
                .mapValue(byte[].class)
                .all();
    }

    Mono<Void> use(byte[] id, long signed, Instant at) {
        return database.sql(
                        "update staff.passkey set signed = :signed, last_used_at = :at where id = :id")
                .bind("id", id)
                .bind("signed", signed)
                .bind("at", at)
                .then();
    }

    /**
     * Notes that a challenge was answered.
     *
     * @return false where it was before
     */
    Mono<Boolean> answer(byte[] challenge, Instant end, Instant now) {
        return database.sql("delete from staff.answered where ends_at <= :now")
                .bind("now", now)
                .then()
                .then(
                        database.sql(
                                        """
                                        insert into staff.answered (challenge, ends_at)
                                        values (:challenge, :end) on conflict do nothing
                                        """)
                                .bind("challenge", challenge)
                                .bind("end", end)
                                .fetch()
                                .rowsUpdated())
                .map(rows -> rows > 0);
    }
}
