package org.lfnkr.zabuton.staff;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.supporters.proofs.Secret;
import org.lfnkr.zabuton.supporters.signin.Device;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

@Repository
class StaffSessionStore {

    private final DatabaseClient database;

    StaffSessionStore(DatabaseClient database) {
        this.database = database;
    }

    /** A session among the others of its account. */
    record Line(UUID id, Device device, Instant begunAt, Instant seenAt) {}

    Mono<Void> add(UUID account, Secret token, Device device, boolean spare, Instant at) {
        return database.sql(
                        """
                        insert into staff.session
                            (id, account_id, token_hash, browser, system, spare, begun_at, seen_at, ends_at)
                        values (:id, :account, :token, :browser, :system, :spare, :at, :at, :end)
                        """)
                .bind("id", UUID.randomUUID())
                .bind("account", account)
                .bind("token", token.hash())
                .bind("browser", device.browser().name())
                .bind("system", device.system().name())
                .bind("spare", spare)
                .bind("at", at)
                .bind("end", at.plus(StaffSessions.LONGEST))
                .then();
    }

    /** Notes at most once in a while that the session is used, so that reading seldom writes. */
    Mono<StaffSession> find(Secret token, Instant now) {
        return database.sql(
                        """
                        with seen as (
                            update staff.session set seen_at = :now
                            where token_hash = :token and seen_at between :idle and :while)
                        select session.id, account_id, spare,
                            array(select role from staff.role
                                  where role.account_id = session.account_id) as roles
                        from staff.session join staff.account on account.id = account_id
                        where token_hash = :token and ends_at > :now and seen_at >= :idle
                          and closed_at is null
                        """)
                .bind("token", token.hash())
                .bind("now", now)
                .bind("idle", now.minus(StaffSessions.LONGEST_IDLE))
                .bind("while", now.minus(StaffSessions.BETWEEN_NOTES))
                .map(StaffSessionStore::toSession)
                .one();
    }

    /** Whether there is such a session, be it over. */
    Mono<Boolean> knows(Secret token) {
        return database.sql("select exists (select from staff.session where token_hash = :token)")
                .bind("token", token.hash())
                .mapValue(Boolean.class)
                .one();
    }

    private static StaffSession toSession(Readable row) {
        return new StaffSession(
                Row.uuid(row, "id"),
                Row.uuid(row, "account_id"),
                roles(Row.need(row, "roles", String[].class)),
                Row.flag(row, "spare"));
    }

    /** Notes in which language somebody works, for the mails to them. */
    Mono<Void> speak(UUID account, Language language) {
        return database.sql(
                        """
                        update staff.account set language = :language
                        where id = :account and language <> :language
                        """)
                .bind("account", account)
                .bind("language", language.tag())
                .then();
    }

    private static Set<Role> roles(String[] names) {
        return Stream.of(names).map(Role::valueOf).collect(toUnmodifiableSet());
    }

    Flux<Line> of(UUID account, Instant now) {
        return database.sql(
                        """
                        select id, browser, system, begun_at, seen_at from staff.session
                        where account_id = :account and ends_at > :now and seen_at >= :idle
                        order by seen_at desc, id
                        """)
                .bind("account", account)
                .bind("now", now)
                .bind("idle", now.minus(StaffSessions.LONGEST_IDLE))
                .map(StaffSessionStore::toLine)
                .all();
    }

    private static Line toLine(Readable row) {
        return new Line(
                Row.uuid(row, "id"),
                new Device(
                        Device.Browser.valueOf(Row.text(row, "browser")),
                        Device.System.valueOf(Row.text(row, "system"))),
                Row.instant(row, "begun_at"),
                Row.instant(row, "seen_at"));
    }

    Mono<Long> end(Secret token) {
        return database.sql("delete from staff.session where token_hash = :token")
                .bind("token", token.hash())
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> end(UUID account, UUID session) {
        return database.sql("delete from staff.session where id = :id and account_id = :account")
                .bind("id", session)
                .bind("account", account)
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> endAll(UUID account) {
        return database.sql("delete from staff.session where account_id = :account")
                .bind("account", account)
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> endOthers(UUID account, UUID here) {
        return database.sql("delete from staff.session where account_id = :account and id <> :here")
                .bind("account", account)
                .bind("here", here)
                .fetch()
                .rowsUpdated();
    }

    /** Forgets sessions that are over. */
    Mono<Long> sweep(Instant now) {
        return database.sql("delete from staff.session where ends_at <= :now")
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }
}
