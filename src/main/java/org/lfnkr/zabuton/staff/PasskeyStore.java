package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
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

    Mono<Void> add(byte[] id, Passkey passkey, Instant at) {
        return database.sql(
                        """
                        insert into staff.passkey (id, account_id, credential, signed, added_at)
                        values (:id, :account, :credential, :signed, :at)
                        """)
                .bind("id", id)
                .bind("account", passkey.account())
                .bind("credential", passkey.credential())
                .bind("signed", passkey.signed())
                .bind("at", at)
                .then();
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
