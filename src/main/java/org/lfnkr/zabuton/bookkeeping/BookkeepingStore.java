package org.lfnkr.zabuton.bookkeeping;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.payments.PaymentId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

@Repository
class BookkeepingStore {

    private static final String ADD =
            """
            with movement as (
                insert into bookkeeping.movement
                    (source, payment, no, kind, subject, yen, fee, excess, policy, moved_at)
                values (:source, :payment, :no, :kind, :subject, :yen, :fee, :excess, :policy, :at)
                returning source, payment, subject, no
            ), change as (
                select part, line, kind, nullif(fund, '') as fund, yen, place
                from unnest(cast(:parts as text[]), cast(:lines as int[]), cast(:kinds as text[]),
                    cast(:funds as text[]), cast(:changes as bigint[]))
                    with ordinality as c (part, line, kind, fund, yen, place)
            ), come as (
                insert into bookkeeping.lot (payment, subject, part, line, kind, fund)
                select m.payment, m.subject, c.part, c.line, c.kind, c.fund
                from movement m, change c where m.no = 0 order by c.place
                returning id, part, line, kind, fund
            ), lots as (
                select id, part, line, kind, fund from come
                union all
                select id, part, line, kind, fund from bookkeeping.lot where payment = :payment
            )
            insert into bookkeeping.lot_change (source, lot, yen)
            select m.source, l.id, c.yen
            from movement m, change c join lots l
                on (l.part, l.line, l.kind) = (c.part, c.line, c.kind) and l.fund is not distinct from c.fund
            """;

    private static final String STANDING =
            """
            select subject, max(no) as last,
                   cast(coalesce(-sum(yen) filter (where no > 0), 0) as bigint) as gone
            from bookkeeping.movement where payment = :payment group by subject
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
            select fund, cast(sum(yen) as bigint) as yen from bookkeeping.lot_left
            where subject = :subject and kind in ('PROFIT', 'GIFT') group by fund
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

    /** Fails when another movement of the same payment took this number in the meantime. */
    Mono<Void> add(Movement movement) {
        Transaction transaction = movement.transaction();
        List<Lot> changes = movement.changes();
        return database.sql(ADD)
                .bind("source", transaction.source().toString())
                .bind("payment", transaction.payment().value())
                .bind("no", movement.no())
                .bind("kind", transaction.kind().name())
                .bind("subject", movement.subject())
                .bind("yen", transaction.yen())
                .bind("fee", transaction.fee())
                .bind("excess", movement.excess())
                .bind("policy", Parameters.in(R2dbcType.INTEGER, movement.policy()))
                .bind("at", transaction.at())
                .bind(
                        "parts",
                        changes.stream().map(c -> c.part().kind().name()).toArray(String[]::new))
                .bind("lines", changes.stream().map(c -> c.part().line()).toArray(Integer[]::new))
                .bind("kinds", changes.stream().map(c -> c.kind().name()).toArray(String[]::new))
                .bind("funds", changes.stream().map(BookkeepingStore::fund).toArray(String[]::new))
                .bind("changes", changes.stream().map(Lot::yen).toArray(Long[]::new))
                .then();
    }

    private static String fund(Lot lot) {
        return Objects.toString(lot.fund(), "");
    }

    /** What is booked of a payment; empty before its charge. */
    Mono<PaymentBook> book(PaymentId payment) {
        return database.sql(STANDING)
                .bind("payment", payment.value())
                .map(Standing::of)
                .one()
                .zipWith(lots(CHARGED, payment), Standing::book);
    }

    Mono<List<Lot>> lots(PaymentId payment) {
        return lots(LOTS, payment);
    }

    private Mono<List<Lot>> lots(String sql, PaymentId payment) {
        return database.sql(sql)
                .bind("payment", payment.value())
                .map(BookkeepingStore::lot)
                .all()
                .collectList();
    }

    /** What the funds have of a subject's money. */
    Mono<Map<Fund, Money>> cover(UUID subject) {
        return database.sql(COVER)
                .bind("subject", subject)
                .map(BookkeepingStore::share)
                .all()
                .collectMap(Share::fund, Share::money);
    }

    private static Lot lot(Readable row) {
        return new Lot(
                new Part(
                        Part.Kind.valueOf(requireNonNull(row.get("part", String.class))),
                        requireNonNull(row.get("line", Integer.class))),
                LotKind.valueOf(requireNonNull(row.get("kind", String.class))),
                fundOrNull(row.get("fund", String.class)),
                requireNonNull(row.get("yen", Long.class)));
    }

    private static @Nullable Fund fundOrNull(@Nullable String code) {
        return code == null ? null : new Fund(code);
    }

    private static Share share(Readable row) {
        return new Share(
                new Fund(requireNonNull(row.get("fund", String.class))),
                Money.yen(requireNonNull(row.get("yen", Long.class))));
    }

    private record Share(Fund fund, Money money) {}

    private record Standing(UUID subject, int last, long gone) {

        static Standing of(Readable row) {
            return new Standing(
                    requireNonNull(row.get("subject", UUID.class)),
                    requireNonNull(row.get("last", Integer.class)),
                    requireNonNull(row.get("gone", Long.class)));
        }

        PaymentBook book(List<Lot> charged) {
            return new PaymentBook(subject, new Lots(charged), Gone.unsaid(gone), last);
        }
    }
}
