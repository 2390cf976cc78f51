package org.lfnkr.zabuton.supporters.addresses;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.supporters.AddressReplaced;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Brings together supporters who are one person. Nothing of theirs is moved: a duplicate keeps its
 * orders, its gifts and its address, and points at the main one, so that it can be set free again.
 * All methods join the caller's transaction.
 */
@Component
public class Mergers {

    static final Duration SEPARABLE = Duration.ofDays(30);

    private final DatabaseClient database;
    private final Outbox outbox;
    private final Clock clock;

    Mergers(DatabaseClient database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A merger that can still be taken back. */
    record Merger(
            UUID id, SupporterId main, SupporterId duplicate, List<UUID> moved, Instant until) {}

    public Mono<UUID> merge(SupporterId duplicate, SupporterId main) {
        return point(duplicate, main)
                .collectList()
                .delayUntil(this::tell)
                .flatMap(moved -> remember(duplicate, main, moved));
    }

    private Flux<UUID> point(SupporterId duplicate, SupporterId main) {
        return database.sql(
                        """
                        update supporters.supporter set merged_into = :main
                        where id = :duplicate or merged_into = :duplicate
                        returning id
                        """)
                .bind("main", main.value())
                .bind("duplicate", duplicate.value())
                .mapValue(UUID.class)
                .all();
    }

    private Mono<UUID> remember(SupporterId duplicate, SupporterId main, List<UUID> moved) {
        return database.sql(
                        """
                        insert into supporters.merger
                            (id, main_id, duplicate_id, moved, merged_at, separable_until)
                        values (:id, :main, :duplicate, :moved, :at, :until)
                        returning id
                        """)
                .bind("id", UUID.randomUUID())
                .bind("main", main.value())
                .bind("duplicate", duplicate.value())
                .bind("moved", moved.toArray(UUID[]::new))
                .bind("at", clock.instant())
                .bind("until", clock.instant().plus(SEPARABLE))
                .mapValue(UUID.class)
                .one();
    }

    /** A member's own mergers that can still be taken back. */
    Flux<Merger> of(Member member) {
        return database.sql(
                        """
                        select id, main_id, duplicate_id, moved, separable_until
                        from supporters.merger
                        where main_id = any(:ids) and separated_at is null and separable_until > :now
                        order by merged_at
                        """)
                .bind("ids", member.ids())
                .bind("now", clock.instant())
                .map(Mergers::toMerger)
                .all();
    }

    /** One of a member's own; empty for anybody else's. */
    Mono<Merger> separate(Member member, UUID id) {
        return of(member).filter(merger -> merger.id().equals(id)).next().flatMap(this::separate);
    }

    /** Whoever asks; empty where it was taken back before. */
    Mono<Merger> separate(UUID id) {
        return database.sql(
                        """
                        select id, main_id, duplicate_id, moved, separable_until
                        from supporters.merger where id = :id and separated_at is null for update
                        """)
                .bind("id", id)
                .map(Mergers::toMerger)
                .one()
                .flatMap(this::separate);
    }

    private Mono<Merger> separate(Merger merger) {
        return database.sql(
                        """
                        with separated as (
                            update supporters.merger set separated_at = :now
                            where id = :id and separated_at is null)
                        update supporters.supporter
                        set merged_into = case when id = :duplicate then null else :duplicate end
                        where id = any(:moved) and merged_into = :main
                        """)
                .bind("now", clock.instant())
                .bind("id", merger.id())
                .bind("duplicate", merger.duplicate().value())
                .bind("moved", merger.moved().toArray(UUID[]::new))
                .bind("main", merger.main().value())
                .then()
                .then(tell(merger.moved()))
                .thenReturn(merger);
    }

    private Mono<Void> tell(List<UUID> moved) {
        return Flux.fromIterable(moved)
                .map(SupporterId::new)
                .concatMap(supporter -> outbox.append(new AddressReplaced(supporter)))
                .then();
    }

    private static Merger toMerger(Readable row) {
        return new Merger(
                Row.uuid(row, "id"),
                new SupporterId(Row.uuid(row, "main_id")),
                new SupporterId(Row.uuid(row, "duplicate_id")),
                List.of(Row.need(row, "moved", UUID[].class)),
                Row.instant(row, "separable_until"));
    }
}
