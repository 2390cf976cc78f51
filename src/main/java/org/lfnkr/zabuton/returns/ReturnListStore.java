package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.UUID;

/** Returns in lists, as staff work through them. */
@Repository
class ReturnListStore {

    private static final String OPEN =
            """
            where r.state in ('ASKED', 'ACCEPTED', 'ARRIVED', 'CHECKED')
              and (cast(:state as text) = '' or r.state = :state)
              and r.moved_at < case r.state when 'ACCEPTED' then cast(:sentBefore as timestamptz)
                                            else cast(:movedBefore as timestamptz) end
            """;

    private static final String LIST =
            ReturnRows.REQUESTS
                    + OPEN
                    + """
                      and not exists (
                          select from returns.request last
                          where last.id = :after and (r.asked_at, r.id) <= (last.asked_at, last.id))
                    order by r.asked_at, r.id limit :most
                    """;

    private static final String ENDED =
            ReturnRows.REQUESTS
                    + """
                    where r.state in ('REFUNDED', 'EXCHANGED', 'REFUSED', 'WITHDRAWN')
                      and not exists (
                          select from returns.request last
                          where last.id = :after and (r.moved_at, r.id) >= (last.moved_at, last.id))
                    order by r.moved_at desc, r.id desc limit :most
                    """;

    private static final String COUNT =
            "select count(*) as count, min(r.moved_at) as oldest from returns.request r " + OPEN;

    private final DatabaseClient database;

    ReturnListStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Those that have waited longest first; of those that have ended, the latest.
     *
     * @param after the last of the page before; any other id begins
     */
    Mono<Slice<ReturnRequest>> list(ReturnFilter filter, UUID after) {
        return (filter.ended() ? ended(after) : open(filter, after)).collectList().map(Slice::of);
    }

    private Flux<ReturnRequest> ended(UUID after) {
        return database.sql(ENDED)
                .bind("after", after)
                .bind("most", Slice.ASKED)
                .map(ReturnRows::read)
                .all();
    }

    private Flux<ReturnRequest> open(ReturnFilter filter, UUID after) {
        return database.sql(LIST)
                .bind("state", filter.name())
                .bind("movedBefore", filter.movedBefore())
                .bind("sentBefore", filter.sentBefore())
                .bind("after", after)
                .bind("most", Slice.ASKED)
                .map(ReturnRows::read)
                .all();
    }

    /** How many open ones the filter shows. */
    Mono<Tally> tally(ReturnFilter filter) {
        return database.sql(COUNT)
                .bind("state", filter.name())
                .bind("movedBefore", filter.movedBefore())
                .bind("sentBefore", filter.sentBefore())
                .map(Tally::of)
                .one();
    }
}
