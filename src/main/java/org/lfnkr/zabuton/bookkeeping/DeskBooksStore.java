package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.kernel.Tally;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.UUID;

/** What pages ask the books of refunds; nothing is decided by it. */
@Repository
class DeskBooksStore {

    private static final String HELD =
            """
            select payment, cast(sum(held) as bigint) as yen,
                   min(moved_at) filter (where held > 0) as since
            from bookkeeping.movement where held <> 0 group by payment
            """;

    private static final String UNRETURNED =
            "select * from ("
                    + HELD
                    + """
                    ) as held
                    where yen > 0 and not exists (
                        select from bookkeeping.movement last
                        where last.payment = :after and last.held > 0
                        having (held.since, held.payment) <= (min(last.moved_at), :after))
                    order by since, payment limit :most
                    """;

    private static final String UNSAID =
            """
            select refund, payment, yen, moved_at from bookkeeping.unsaid u
            where asked and not exists (
                select from bookkeeping.unsaid last where last.refund = :after
                and (u.moved_at, u.refund) <= (last.moved_at, last.refund))
            order by moved_at, refund limit :most
            """;

    private final DatabaseClient database;

    DeskBooksStore(DatabaseClient database) {
        this.database = database;
    }

    /** What of a payment is held for its payer. */
    Mono<Money> held(PaymentId payment) {
        return database.sql(
                        """
                        select cast(coalesce(sum(held), 0) as bigint) as held
                        from bookkeeping.movement where payment = :payment
                        """)
                .bind("payment", payment.value())
                .map(row -> Row.money(row, "held"))
                .one();
    }

    /**
     * Payments of which something is held since a refund failed, those that wait longest first.
     *
     * @param after the last of the page before; any other id begins
     */
    Flux<Unreturned> unreturned(UUID after) {
        return database.sql(UNRETURNED)
                .bind("after", after)
                .bind("most", Slice.ASKED)
                .map(Unreturned::of)
                .all();
    }

    /** How many those are. */
    Mono<Tally> tally() {
        return database.sql(
                        "select count(*) as count, min(since) as oldest,"
                                + " cast(coalesce(sum(yen), 0) as bigint) as yen from ("
                                + HELD
                                + ") as held where yen > 0")
                .map(Tally::ofMoney)
                .one();
    }

    /**
     * Refunds of which nobody has said of what they are, where that is a question; oldest first.
     *
     * @param after the last of the page before; any other id begins
     */
    Flux<BookedRefund> unsaid(UUID after) {
        return database.sql(UNSAID)
                .bind("after", after)
                .bind("most", Slice.ASKED)
                .map(BookedRefund::of)
                .all();
    }

    /** How many of them there are. */
    Mono<Tally> unsaid() {
        return database.sql(
                        """
                        select count(*) as count, min(moved_at) as oldest,
                               cast(coalesce(sum(abs(yen)), 0) as bigint) as yen
                        from bookkeeping.unsaid where asked
                        """)
                .map(Tally::ofMoney)
                .one();
    }

    /** Empty where no refund of that id is booked. */
    Mono<BookedRefund> refund(RefundId id) {
        return database.sql(
                        """
                        select refund, payment, -yen as yen, moved_at from bookkeeping.movement
                        where refund = :refund and kind = 'REFUND'
                        """)
                .bind("refund", id.value())
                .map(BookedRefund::of)
                .first();
    }
}
