package org.lfnkr.zabuton.counter;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.modulith.NamedInterface;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Bazaars, and how far they have come. */
@Repository
@NamedInterface("inside")
public class BazaarStore {

    private static final String OPEN =
            """
            insert into counter.bazaar (id, held_on, no, change, opened_by, opened_at)
            select :id, :day, coalesce(max(no), 0) + 1, :change, :by, :at
            from counter.bazaar where held_on = :day
            on conflict (id) do nothing
            """;

    private static final String LIST =
            """
            select * from counter.bazaar
            where (held_on, no) < (:day, :no) and (opened_at < :late or not :onlyLate)
              and (state <> 'CLOSED' or not :onlyLate)
            order by held_on desc, no desc limit :most
            """;

    private final DatabaseClient database;

    BazaarStore(DatabaseClient database) {
        this.database = database;
    }

    /** Nobody else opens one meanwhile, so that each gets a number of its own. */
    public Mono<Void> lockDay() {
        return database.sql("select pg_advisory_xact_lock(hashtext('counter.bazaar'))").then();
    }

    /** Does nothing where the form has opened one before. */
    public Mono<Long> open(UUID id, LocalDate day, Money change, String by, Instant at) {
        return database.sql(OPEN)
                .bind("id", id)
                .bind("day", day)
                .bind("change", change.yen())
                .bind("by", by)
                .bind("at", at)
                .fetch()
                .rowsUpdated();
    }

    /** One that was opened by this form. */
    public Mono<Bazaar> find(UUID id) {
        return database.sql("select * from counter.bazaar where id = :id")
                .bind("id", id)
                .map(Bazaar::of)
                .one();
    }

    /** The one that is called so. */
    public Mono<Bazaar> find(BazaarCode code) {
        return database.sql("select * from counter.bazaar where held_on = :day and no = :no")
                .bind("day", code.day())
                .bind("no", code.no())
                .map(Bazaar::of)
                .one();
    }

    /** What those are called that are bazaars. */
    public Mono<Map<UUID, String>> called(Collection<UUID> ids) {
        return database.sql("select * from counter.bazaar where id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(Bazaar::of)
                .all()
                .collectMap(Bazaar::id, Bazaar::code);
    }

    /** With its row locked until the transaction ends: all that happens to it waits in a queue. */
    public Mono<Bazaar> lock(UUID id) {
        return database.sql("select * from counter.bazaar where id = :id for no key update")
                .bind("id", id)
                .map(Bazaar::of)
                .one();
    }

    /**
     * The latest first, those before one and one more than a page shows.
     *
     * @param onlyLate those that were opened before {@code late} and are not closed
     */
    public Flux<Bazaar> list(BazaarCode before, boolean onlyLate, Instant late) {
        return database.sql(LIST)
                .bind("day", before.day())
                .bind("no", before.no())
                .bind("onlyLate", onlyLate)
                .bind("late", late)
                .bind("most", Slice.ASKED)
                .map(Bazaar::of)
                .all();
    }

    /** How far it has come. */
    public Mono<Void> move(UUID id, Bazaar.State state) {
        return database.sql("update counter.bazaar set state = :state where id = :id")
                .bind("state", state.name())
                .bind("id", id)
                .then();
    }

    /** Closed by whom, and when. */
    public Mono<Void> close(UUID id, String by, Instant at) {
        return database.sql(
                        """
                        update counter.bazaar set state = 'CLOSED', closed_by = :by, closed_at = :at
                        where id = :id
                        """)
                .bind("by", by)
                .bind("at", at)
                .bind("id", id)
                .then();
    }

    /** Those that were opened before a moment and are not closed. */
    public Mono<Tally> late(Instant before) {
        return database.sql(
                        """
                        select count(*) as count, min(opened_at) as oldest from counter.bazaar
                        where state <> 'CLOSED' and opened_at < :before
                        """)
                .bind("before", before)
                .map(Tally::of)
                .one();
    }
}
