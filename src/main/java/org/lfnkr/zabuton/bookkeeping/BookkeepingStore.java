package org.lfnkr.zabuton.bookkeeping;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.JournalEntry;
import org.lfnkr.zabuton.ledger.Posting;
import org.lfnkr.zabuton.ledger.Source;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

@Repository
class BookkeepingStore {

    private static final String BOOK =
            """
            select bookkeeping.book(:source, :reference, :kind, :occurredOn, :accounts, :postingFunds, :amounts,
                :payment, :no, :subject, :yen, :fee, :excess, :held, :policy, :refund, :at,
                :parts, :lines, :kinds, :funds, :changes)
            """;

    private static final String STANDING =
            """
            select subject, refund, max(no) as last,
                   cast(coalesce(sum(held - yen) filter (where no > 0), 0) as bigint) as gone,
                   cast(sum(held) as bigint) as held,
                   cast(coalesce(-sum(held) filter (where kind = 'DISPUTE'), 0) as bigint) as disputed
            from bookkeeping.movement where payment = :payment group by subject, refund
            """;

    private static final String SAID =
            "select refund, part, line, yen from bookkeeping.said where payment = :payment";

    private static final String SAY =
            """
            with attribution as (
                insert into bookkeeping.attribution (payment, refund, said_by, said_at)
                values (:payment, :refund, :by, :at)
                returning id
            ), parts as (
                insert into bookkeeping.attribution_part (attribution, part, line, yen)
                select a.id, p.part, p.line, p.yen
                from attribution a, unnest(cast(:parts as text[]), cast(:lines as int[]), cast(:yen as bigint[]))
                    as p (part, line, yen)
            )
            select id from attribution
            """;

    private static final String CHARGED =
            """
            select l.part, l.line, l.kind, l.fund, c.yen
            from bookkeeping.movement m
                join bookkeeping.lot_change c on c.source = m.source
                join bookkeeping.lot l on l.id = c.lot
            where m.payment = :payment and m.kind = 'CHARGE' order by l.id
            """;

    private static final String LOTS =
            """
            select part, line, kind, fund, yen from bookkeeping.lot_left
            where payment = :payment and yen > 0 order by id
            """;

    private static final String COVER =
            """
            select fund, cast(sum(yen) as bigint) as yen from bookkeeping.lot_cover
            where subject = :subject group by fund
            """;

    private final DatabaseClient database;

    BookkeepingStore(DatabaseClient database) {
        this.database = database;
    }

    /** Makes movements of one payment wait for each other until the transaction ends. */
    Mono<Void> lock(PaymentId payment) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:payment, 0))")
                .bind("payment", "bookkeeping:" + payment)
                .then();
    }

    /**
     * Writes all that a movement does to the books. Fails when another movement of the same payment
     * took its number in the meantime.
     *
     * @return false when it was there before, and nothing was written
     */
    Mono<Boolean> book(Movement movement) {
        Transaction transaction = movement.transaction();
        return ofMovement(ofEntry(database.sql(BOOK), movement.entry()), movement)
                .bind("payment", transaction.payment().value())
                .bind("yen", transaction.yen())
                .bind("fee", transaction.fee())
                .bind("refund", Parameter.fromOrEmpty(id(transaction.refund()), UUID.class))
                .bind("at", transaction.at())
                .mapValue(Boolean.class)
                .one();
    }

    /**
     * Puts what Stripe moved on suspense, or takes it off.
     *
     * @return false when it was there before, and nothing was written
     */
    Mono<Boolean> hold(Transaction transaction) {
        return database.sql(
                        "select bookkeeping.hold(:source, :line, :day, :payment, :yen, :fee, :at)")
                .bind("source", transaction.source().kind().code())
                .bind("line", transaction.source().reference())
                .bind("day", transaction.day())
                .bind("payment", transaction.payment().value())
                .bind("yen", transaction.yen())
                .bind("fee", transaction.fee())
                .bind("at", transaction.at())
                .mapValue(Boolean.class)
                .one();
    }

    /**
     * Takes off suspense what somebody has accepted, with its fee.
     *
     * @return false when it was done before, and nothing was written
     */
    Mono<Boolean> release(Transaction transaction) {
        return database.sql("select bookkeeping.release(:line, :day, :payment, :yen, :fee, :at)")
                .bind("line", "released-" + transaction.source().reference())
                .bind("day", transaction.day())
                .bind("payment", transaction.payment().value())
                .bind("yen", transaction.yen())
                .bind("fee", transaction.fee())
                .bind("at", transaction.at())
                .mapValue(Boolean.class)
                .one();
    }

    /** Whether a line was put on suspense. */
    Mono<Boolean> isHeld(Source line) {
        return database.sql("select exists (select from bookkeeping.held where source = :line)")
                .bind("line", line.toString())
                .mapValue(Boolean.class)
                .one();
    }

    /** Whether money of a payment stood on suspense ever. */
    Mono<Boolean> isHeld(PaymentId payment) {
        return database.sql("select exists (select from bookkeeping.held where payment = :payment)")
                .bind("payment", payment.value())
                .mapValue(Boolean.class)
                .one();
    }

    private static @Nullable UUID id(@Nullable RefundId refund) {
        return refund == null ? null : refund.value();
    }

    private static GenericExecuteSpec ofEntry(GenericExecuteSpec book, JournalEntry entry) {
        List<Posting> postings = entry.postings();
        return book.bind("source", entry.source().kind().code())
                .bind("reference", entry.source().reference())
                .bind("kind", entry.kind())
                .bind("occurredOn", entry.occurredOn())
                .bind("accounts", texts(postings, posting -> posting.account().code()))
                .bind("postingFunds", texts(postings, posting -> code(posting.fund())))
                .bind("amounts", postings.stream().map(Posting::yen).toArray(Long[]::new));
    }

    private static GenericExecuteSpec ofMovement(GenericExecuteSpec book, Movement movement) {
        List<Lot> changes = movement.changes();
        return book.bind("no", movement.no())
                .bind("subject", movement.subject())
                .bind("excess", movement.excess())
                .bind("held", movement.held())
                .bind("policy", Parameters.in(R2dbcType.INTEGER, movement.policy()))
                .bind("parts", texts(changes, lot -> lot.part().kind().name()))
                .bind("lines", changes.stream().map(c -> c.part().line()).toArray(Integer[]::new))
                .bind("kinds", texts(changes, lot -> lot.kind().name()))
                .bind("funds", texts(changes, lot -> code(lot.fund())))
                .bind("changes", changes.stream().map(Lot::yen).toArray(Long[]::new));
    }

    private static <T> @Nullable String[] texts(List<T> all, Function<T, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable String code(@Nullable Fund fund) {
        return fund == null ? null : fund.code();
    }

    /** Keeps what is said of a refund; gives the number under which it is kept. */
    Mono<Long> say(
            PaymentId payment, RefundId refund, Map<Part, Long> parts, String by, Instant at) {
        List<Map.Entry<Part, Long>> said = List.copyOf(parts.entrySet());
        return database.sql(SAY)
                .bind("payment", payment.value())
                .bind("refund", refund.value())
                .bind("by", by)
                .bind("at", at)
                .bind("parts", texts(said, part -> part.getKey().kind().name()))
                .bind("lines", said.stream().map(p -> p.getKey().line()).toArray(Integer[]::new))
                .bind("yen", said.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .mapValue(Long.class)
                .one();
    }

    /** What is booked of a payment; empty before its charge. */
    Mono<PaymentBook> book(PaymentId payment) {
        return rows(STANDING, payment, BookRows.Standing::of)
                .filter(standings -> !standings.isEmpty())
                .flatMap(
                        standings ->
                                rows(CHARGED, payment, BookRows::lot)
                                        .zipWith(
                                                rows(SAID, payment, BookRows.Said::of),
                                                (lots, said) ->
                                                        BookRows.book(standings, lots, said)));
    }

    Mono<List<Lot>> lots(PaymentId payment) {
        return rows(LOTS, payment, BookRows::lot);
    }

    private <T> Mono<List<T>> rows(String sql, PaymentId payment, Function<Readable, T> row) {
        return database.sql(sql).bind("payment", payment.value()).map(row).all().collectList();
    }

    /** What a subject's money covers in the funds: what they have of it, or had and spent. */
    Mono<Map<Fund, Money>> cover(UUID subject) {
        return database.sql(COVER)
                .bind("subject", subject)
                .map(BookRows::share)
                .all()
                .collectMap(BookRows.Share::fund, BookRows.Share::money);
    }
}
