package org.lfnkr.zabuton.staff;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Accounts with their roles. */
@Repository
class AccountStore {

    private final DatabaseClient database;

    AccountStore(DatabaseClient database) {
        this.database = database;
    }

    /** The open accounts, oldest first: as many as an organisation has people. */
    Flux<Account> open(Instant now) {
        return database.sql(
                        """
                        select id,
                            array(select role from staff.role where account_id = account.id) as roles,
                            (select count(*) from staff.passkey where account_id = account.id) as passkeys,
                            (select count(*) from staff.session
                             where account_id = account.id and ends_at > :now
                               and seen_at >= :idle) as sessions
                        from staff.account where closed_at is null order by made_at, id
                        """)
                .bind("now", now)
                .bind("idle", now.minus(StaffSessions.LONGEST_IDLE))
                .map(AccountStore::account)
                .all();
    }

    /** One open account. */
    Mono<Account> find(UUID account, Instant now) {
        return open(now).filter(line -> line.id().equals(account)).next();
    }

    /** One open account; whoever changes it next waits. */
    Mono<Account> lock(UUID account, Instant now) {
        return database.sql(
                        "select id from staff.account where id = :id and closed_at is null for"
                                + " update")
                .bind("id", account)
                .mapValue(UUID.class)
                .one()
                .flatMap(id -> find(id, now));
    }

    private static Account account(Readable row) {
        return new Account(
                Row.uuid(row, "id"),
                Stream.of(Row.need(row, "roles", String[].class))
                        .map(Role::valueOf)
                        .collect(toUnmodifiableSet()),
                Row.whole(row, "passkeys"),
                Row.whole(row, "sessions"));
    }

    Mono<Void> dropRoles(UUID account) {
        return database.sql("delete from staff.role where account_id = :account")
                .bind("account", account)
                .then();
    }

    /** Makes those wait who decide who is the first of a role. */
    Mono<Void> lock() {
        return database.sql("select from staff.role_lock for update").then();
    }

    Mono<Void> add(UUID id, SubjectId subject, byte[] mailIndex, int indexKey, Instant at) {
        return database.sql(
                        """
                        insert into staff.account (id, subject_id, mail_index, index_key_id, made_at)
                        values (:id, :subject, :index, :key, :at)
                        """)
                .bind("id", id)
                .bind("subject", subject.value())
                .bind("index", mailIndex)
                .bind("key", indexKey)
                .bind("at", at)
                .then();
    }

    Mono<Void> addRoles(UUID account, Collection<Role> roles) {
        return database.sql(
                        """
                        insert into staff.role (account_id, role)
                        select :account, unnest(cast(:roles as text[])) on conflict (account_id, role) do nothing
                        """)
                .bind("account", account)
                .bind("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .then();
    }

    /** The open account of a mail address, by any of its fingerprints. */
    Mono<UUID> byMail(List<byte[]> indexes) {
        return database.sql(
                        """
                        select id from staff.account
                        where closed_at is null and mail_index = any (
                            select decode(candidate, 'hex')
                            from unnest(cast(:candidates as text[])) as candidate)
                        """)
                .bind(
                        "candidates",
                        indexes.stream().map(HexFormat.of()::formatHex).toArray(String[]::new))
                .mapValue(UUID.class)
                .one();
    }

    /** That open accounts have. */
    Flux<Role> roles() {
        return database.sql(
                        """
                        select distinct role from staff.role join staff.account on id = account_id
                        where closed_at is null
                        """)
                .mapValue(String.class)
                .all()
                .map(Role::valueOf);
    }

    /** The open accounts with a role. */
    Flux<UUID> holders(Role role) {
        return database.sql(
                        """
                        select id from staff.account join staff.role on account_id = id
                        where role = :role and closed_at is null order by id
                        """)
                .bind("role", role.name())
                .mapValue(UUID.class)
                .all();
    }

    /** In which somebody worked at the desk last; empty where there is no such account. */
    Mono<Language> language(UUID account) {
        return database.sql("select language from staff.account where id = :id")
                .bind("id", account)
                .mapValue(String.class)
                .one()
                .map(tag -> Language.of(tag).orElseThrow());
    }

    Mono<SubjectId> subject(UUID account) {
        return database.sql("select subject_id from staff.account where id = :id")
                .bind("id", account)
                .map(row -> new SubjectId(Row.uuid(row, "subject_id")))
                .one();
    }

    Mono<Void> close(UUID account, Instant at) {
        return database.sql("update staff.account set closed_at = :at where id = :id")
                .bind("id", account)
                .bind("at", at)
                .then();
    }
}
