package org.lfnkr.zabuton.reveals;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.Owned;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The traces; the database lets the application add to them and read them, and nothing else. */
@Repository
class RevealStore {

    private final DatabaseClient database;

    RevealStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(UUID id, Matter matter, SubjectId owner, Look look) {
        return database.sql(
                        """
                        insert into reveals.reveal
                            (id, at, account_id, role, subject_id, kind, matter, part, way, reason)
                        values (:id, :at, :account, :role, :owner, :kind, :matter, :part, :way, :reason)
                        on conflict (id) do nothing
                        """)
                .bind("id", id)
                .bind("at", look.at())
                .bind("account", look.account())
                .bind("role", look.role().name())
                .bind("owner", owner.value())
                .bind("kind", matter.kind())
                .bind("matter", matter.id())
                .bind("part", look.part().name())
                .bind("way", look.way().name())
                .bind("reason", look.reason().name())
                .then();
    }

    /** What was opened of a record, the latest first. */
    Flux<Look> about(UUID record) {
        return about(List.of(record)).flatMapIterable(all -> all.getOrDefault(record, List.of()));
    }

    /** The same of several, by record. */
    Mono<Map<UUID, List<Look>>> about(Collection<UUID> records) {
        return database.sql(
                        """
                        select matter, at, account_id, role, part, way, reason from reveals.reveal
                         where matter = any(:records) order by at desc
                        """)
                .bind("records", records.toArray(UUID[]::new))
                .map(row -> new Owned<>(Row.uuid(row, "matter"), look(row)))
                .all()
                .collect(Owned.byOwner());
    }

    /** What was opened of some people, the latest first. */
    Flux<Look> of(UUID[] subjects) {
        return database.sql(
                        """
                        select at, account_id, role, part, way, reason from reveals.reveal
                         where subject_id = any(:subjects) order by at desc
                        """)
                .bind("subjects", subjects)
                .map(RevealStore::look)
                .all();
    }

    /** How much each account opened on each day in Tokyo, the latest day and the most first. */
    Flux<RevealDay> days(Instant since) {
        return database.sql(
                        """
                        select (at at time zone 'Asia/Tokyo')::date as day, account_id,
                               count(*) filter (where way = 'ASKED') as asked,
                               count(*) filter (where way = 'SHOWN') as shown,
                               count(*) filter (where way = 'PRINTED') as printed,
                               count(*) filter (where way = 'EXPORTED') as exported,
                               count(distinct matter) as records
                          from (select at, account_id, way, matter from reveals.reveal
                                 where at >= :since
                                union all
                                select at, account_id, 'ASKED', null from reveals.look_up
                                 where at >= :since) seen
                         group by 1, 2 order by 1 desc, count(*) desc, 2
                        """)
                .bind("since", since)
                .map(RevealStore::day)
                .all();
    }

    private static RevealDay day(Readable row) {
        return new RevealDay(
                Row.day(row, "day"),
                Row.uuid(row, "account_id"),
                Row.whole(row, "asked"),
                Row.whole(row, "shown"),
                Row.whole(row, "printed"),
                Row.whole(row, "exported"),
                Row.whole(row, "records"));
    }

    private static Look look(Readable row) {
        return new Look(
                Row.instant(row, "at"),
                Row.uuid(row, "account_id"),
                Role.valueOf(Row.text(row, "role")),
                Part.valueOf(Row.text(row, "part")),
                Way.valueOf(Row.text(row, "way")),
                Reason.valueOf(Row.text(row, "reason")));
    }
}
