package org.lfnkr.zabuton.approvals;

import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.UUID;

/** Approvals as the staff looks for them, the latest first. */
@Repository
class ApprovalLists {

    private final DatabaseClient database;
    private final Clock clock;

    ApprovalLists(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What somebody else than its proposer can decide on. */
    Mono<Slice<Approval>> waiting(UUID reader, String[] kinds, long before) {
        return shown(
                database.sql(
                                """
                                select * from approvals.approval
                                where state = 'WAITING' and number < :before and ends_at > :now
                                  and proposer <> :reader and kind = any(:kinds)
                                order by number desc limit :most
                                """)
                        .bind("now", clock.instant())
                        .bind("reader", reader)
                        .bind("kinds", kinds),
                before);
    }

    /** How many somebody can decide on. */
    Mono<Tally> count(UUID reader, String[] kinds) {
        return database.sql(
                        """
                        select count(*) as count, min(proposed_at) as oldest from approvals.approval
                        where state = 'WAITING' and ends_at > :now
                          and proposer <> :reader and kind = any(:kinds)
                        """)
                .bind("now", clock.instant())
                .bind("reader", reader)
                .bind("kinds", kinds)
                .map(Tally::of)
                .one();
    }

    Mono<Slice<Approval>> proposedBy(UUID reader, long before) {
        return shown(
                database.sql(
                                """
                                select * from approvals.approval
                                where proposer = :reader and number < :before
                                order by number desc limit :most
                                """)
                        .bind("reader", reader),
                before);
    }

    Mono<Slice<Approval>> decided(String[] kinds, long before) {
        return shown(
                database.sql(
                                """
                                select * from approvals.approval
                                where state <> 'WAITING' and number < :before and kind = any(:kinds)
                                order by number desc limit :most
                                """)
                        .bind("kinds", kinds),
                before);
    }

    private static Mono<Slice<Approval>> shown(GenericExecuteSpec statement, long before) {
        return statement
                .bind("before", before)
                .bind("most", Slice.ASKED)
                .map(ApprovalStore::approval)
                .all()
                .collectList()
                .map(Slice::of);
    }
}
