package org.lfnkr.zabuton.supporters.signin;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.Supporter;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.supporters.proofs.Secret;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

@Component
class SessionStore {

    private static final String SWEEP =
            """
            with over as (
                delete from supporters.session where ends_at <= :now returning id
            ), left_alone as (
                delete from supporters.session where seen_at < :idle and ends_at > :now returning id
            )
            select (select count(*) from over) + (select count(*) from left_alone)
            """;

    private final DatabaseClient database;

    SessionStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(UUID id, Secret token, SupporterId supporter, Device device, Instant at) {
        return database.sql(
                        """
                        with proved as (
                            update supporters.supporter set proved_at = :at
                            where id = :supporter
                        )
                        insert into supporters.session
                            (id, supporter_id, token_hash, browser, system, begun_at, seen_at, ends_at)
                        values (:id, :supporter, :token, :browser, :system, :at, :at, :end)
                        """)
                .bind("id", id)
                .bind("supporter", supporter.value())
                .bind("token", token.hash())
                .bind("browser", device.browser().name())
                .bind("system", device.system().name())
                .bind("at", at)
                .bind("end", at.plus(Sessions.LONGEST))
                .then();
    }

    /** Notes at most once in a while that the session is used, so that reading seldom writes. */
    Mono<Session> find(Secret token, Instant now) {
        return database.sql(
                        """
                        with seen as (
                            update supporters.session set seen_at = :now
                            where token_hash = :token and seen_at between :idle and :while)
                        select session.id as session_id, begun_at, own.id, own.subject_id,
                            array(select id from supporters.supporter
                                  where merged_into = own.id order by id) as merged_ids,
                            array(select subject_id from supporters.supporter
                                  where merged_into = own.id order by id) as merged_subjects
                        from supporters.session
                        join supporters.supporter met on met.id = supporter_id
                        join supporters.supporter own on own.id = coalesce(met.merged_into, met.id)
                        where token_hash = :token and ends_at > :now and seen_at >= :idle
                        """)
                .bind("token", token.hash())
                .bind("now", now)
                .bind("idle", now.minus(Sessions.LONGEST_IDLE))
                .bind("while", now.minus(Sessions.BETWEEN_NOTES))
                .map(SessionStore::toSession)
                .one();
    }

    Flux<SessionLine> of(Member member, Instant now) {
        return database.sql(
                        """
                        select id, browser, system, begun_at, seen_at from supporters.session
                        where supporter_id = any(:ids) and ends_at > :now and seen_at >= :idle
                        order by seen_at desc, id
                        """)
                .bind("ids", member.ids())
                .bind("now", now)
                .bind("idle", now.minus(Sessions.LONGEST_IDLE))
                .map(SessionStore::toLine)
                .all();
    }

    Mono<Long> end(Secret token) {
        return database.sql("delete from supporters.session where token_hash = :token")
                .bind("token", token.hash())
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> end(Member member, UUID session) {
        return database.sql(
                        "delete from supporters.session"
                                + " where id = :id and supporter_id = any(:ids)")
                .bind("id", session)
                .bind("ids", member.ids())
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> endAll(UUID[] supporters) {
        return database.sql("delete from supporters.session where supporter_id = any(:ids)")
                .bind("ids", supporters)
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> endAllAround(SupporterId supporter) {
        return database.sql(
                        """
                        delete from supporters.session where supporter_id in (
                            select other.id from supporters.supporter own
                            join supporters.supporter other
                                on coalesce(own.merged_into, own.id) in (other.id, other.merged_into)
                            where own.id = :id)
                        """)
                .bind("id", supporter.value())
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> sweep(Instant now) {
        return database.sql(SWEEP)
                .bind("now", now)
                .bind("idle", now.minus(Sessions.LONGEST_IDLE))
                .mapValue(Long.class)
                .one();
    }

    private static Session toSession(Readable row) {
        Member member =
                new Member(
                        new SupporterId(Row.uuid(row, "id")),
                        new SubjectId(Row.uuid(row, "subject_id")),
                        merged(ids(row, "merged_ids"), ids(row, "merged_subjects")));
        return new Session(Row.uuid(row, "session_id"), member, Row.instant(row, "begun_at"));
    }

    private static List<Supporter> merged(UUID[] ids, UUID[] subjects) {
        return IntStream.range(0, ids.length)
                .mapToObj(i -> new Supporter(new SupporterId(ids[i]), new SubjectId(subjects[i])))
                .toList();
    }

    private static SessionLine toLine(Readable row) {
        return new SessionLine(
                Row.uuid(row, "id"),
                new Device(
                        Device.Browser.valueOf(Row.text(row, "browser")),
                        Device.System.valueOf(Row.text(row, "system"))),
                Row.instant(row, "begun_at"),
                Row.instant(row, "seen_at"));
    }

    private static UUID[] ids(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, UUID[].class), column);
    }
}
