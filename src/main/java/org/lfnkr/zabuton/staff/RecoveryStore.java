package org.lfnkr.zabuton.staff;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Recovery codes, and how long those who used one approve nothing. */
@Repository
class RecoveryStore {

    private final DatabaseClient database;

    RecoveryStore(DatabaseClient database) {
        this.database = database;
    }

    /** In the stead of earlier ones. */
    Mono<Void> put(UUID account, List<byte[]> hashes, Instant at) {
        return drop(account)
                .then(
                        database.sql(
                                        """
                                        insert into staff.recovery_code (code_hash, account_id, made_at)
                                        select decode(hash, 'hex'), :account, :at
                                        from unnest(cast(:hashes as text[])) as hash
                                        """)
                                .bind("account", account)
                                .bind("at", at)
                                .bind("hashes", hex(hashes))
                                .then());
    }

    Mono<Void> drop(UUID account) {
        return database.sql("delete from staff.recovery_code where account_id = :account")
                .bind("account", account)
                .then();
    }

    Mono<Long> left(UUID account) {
        return database.sql("select count(*) from staff.recovery_code where account_id = :account")
                .bind("account", account)
                .mapValue(Long.class)
                .one();
    }

    /** Uses a code up, of the open account of an address; the same statement whoever is asked. */
    Mono<UUID> take(byte[] hash, List<byte[]> mailIndexes) {
        return database.sql(
                        """
                        delete from staff.recovery_code using staff.account
                        where code_hash = :hash and account.id = account_id and closed_at is null
                          and mail_index = any (
                            select decode(candidate, 'hex')
                            from unnest(cast(:candidates as text[])) as candidate)
                        returning account_id
                        """)
                .bind("hash", hash)
                .bind("candidates", hex(mailIndexes))
                .mapValue(UUID.class)
                .one();
    }

    private static String[] hex(List<byte[]> all) {
        return all.stream().map(HexFormat.of()::formatHex).toArray(String[]::new);
    }

    Mono<Void> hold(UUID account, Instant until) {
        return database.sql("update staff.account set approves_from = :until where id = :account")
                .bind("until", until)
                .bind("account", account)
                .then();
    }

    /** Whether an account is open and may approve. */
    Mono<Boolean> approves(UUID account, Instant now) {
        return database.sql(
                        """
                        select coalesce(approves_from <= :now, true) from staff.account
                        where id = :account and closed_at is null
                        """)
                .bind("now", now)
                .bind("account", account)
                .mapValue(Boolean.class)
                .one()
                .defaultIfEmpty(false);
    }
}
