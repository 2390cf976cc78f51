package org.lfnkr.zabuton.receipts;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.giving.givers.MemberGift;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

@Repository
class ReceiptStore {

    private static final String SELECT =
            """
            select id, number, supporter, year, gift, cover, language, issued_at, subject, kept_until,
                   void_for, replaces,
                   array(select distinct next.number
                           from receipts.payment own
                           join receipts.payment other on other.payment = own.payment and other.holds
                           join receipts.receipt next on next.id = other.receipt
                          where own.receipt = r.id and not own.holds
                          order by next.number) as successors
              from receipts.receipt r
            """;

    private static final String ADD =
            """
            with receipt as (
                insert into receipts.receipt (id, number, supporter, year, gift, cover, language,
                       issued_at, subject, kept_until, replaces)
                values (:id, :number, :supporter, :year, :gift, :cover, :language,
                       :issuedAt, :subject, :keptUntil, :replaces)
                returning id
            )
            insert into receipts.payment (receipt, payment, corrections)
            select receipt.id, g.payment, g.corrections
              from receipt, unnest(cast(:payments as uuid[]), cast(:corrections as integer[])) as g (payment, corrections)
            """;

    private static final String VOID =
            """
            with voided as (
                update receipts.receipt set voided_at = :at, void_for = :reason
                where id = :id and voided_at is null
                returning id
            )
            update receipts.payment set holds = false where receipt in (select id from voided)
            """;

    private static final Place BEGINNING =
            new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));

    private final DatabaseClient database;

    ReceiptStore(DatabaseClient database) {
        this.database = database;
    }

    /** Receipts of one member are issued one after the other. */
    Mono<Void> lock(Member member) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:member, 0))")
                .bind("member", "receipts:" + member.id().value())
                .then();
    }

    /** The next number of the year; others who want one wait until the transaction ends. */
    Mono<Integer> nextNumber(int year) {
        return database.sql(
                        """
                        insert into receipts.counter (year, last) values (:year, 1)
                        on conflict (year) do update set last = receipts.counter.last + 1
                        returning last
                        """)
                .bind("year", year)
                .mapValue(Integer.class)
                .one();
    }

    Mono<Void> add(Receipt receipt, List<MemberGift> gifts) {
        List<Charge> charges = charges(gifts);
        ReceiptId replaces = receipt.replaces();
        return database.sql(ADD)
                .bind("id", receipt.id().value())
                .bind("number", receipt.number())
                .bind("supporter", receipt.supporter())
                .bind("year", Parameters.in(R2dbcType.INTEGER, receipt.year()))
                .bind("gift", receipt.parts().gift().yen())
                .bind("cover", receipt.parts().cover().yen())
                .bind("language", receipt.language().tag())
                .bind("issuedAt", receipt.issuedAt())
                .bind("subject", receipt.subject().value())
                .bind("keptUntil", receipt.keptUntil())
                .bind("replaces", uuid(replaces == null ? null : replaces.value()))
                .bind("payments", array(charges, UUID[]::new, it -> it.payment().value()))
                .bind("corrections", array(charges, Integer[]::new, Charge::corrections))
                .then();
    }

    /** Says whether this was the first copy, which is the one that counts. */
    Mono<Boolean> printed(ReceiptId id, byte[] sha256) {
        return database.sql(
                        "update receipts.receipt set sha256 = :sha256"
                                + " where id = :id and sha256 is null and not destroyed")
                .bind("id", id.value())
                .bind("sha256", sha256)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static <T> T[] array(
            List<Charge> charges, IntFunction<T[]> array, Function<Charge, T> part) {
        return charges.stream().map(part).toArray(array);
    }

    private static Parameter uuid(@Nullable UUID value) {
        return value == null ? Parameters.in(UUID.class) : Parameters.in(value);
    }

    /** Newest first. */
    Flux<Receipt> of(Member member) {
        return database.sql(SELECT + " where supporter = any(:ids) order by issued_at desc, number")
                .bind("ids", member.ids())
                .map(ReceiptStore::receipt)
                .all();
    }

    /** The member's own receipt; empty for anybody else's. */
    Mono<Receipt> find(Member member, ReceiptId id) {
        return database.sql(SELECT + " where id = :id and supporter = any(:ids)")
                .bind("id", id.value())
                .bind("ids", member.ids())
                .map(ReceiptStore::receipt)
                .one();
    }

    Mono<Receipt> find(String number) {
        return database.sql(SELECT + " where number = :number")
                .bind("number", number)
                .map(ReceiptStore::receipt)
                .one();
    }

    Mono<Receipt> find(ReceiptId id) {
        return database.sql(SELECT + " where id = :id")
                .bind("id", id.value())
                .map(ReceiptStore::receipt)
                .one();
    }

    /** The numbers of those that no longer hold and were for a payment of these, oldest first. */
    Flux<String> before(List<MemberGift> gifts) {
        return database.sql(
                        """
                        select number from receipts.receipt
                         where id in (select receipt from receipts.payment
                                       where payment = any(:payments) and not holds)
                         order by issued_at, number
                        """)
                .bind("payments", array(charges(gifts), UUID[]::new, it -> it.payment().value()))
                .mapValue(String.class)
                .all();
    }

    private static List<Charge> charges(List<MemberGift> gifts) {
        return gifts.stream().map(MemberGift::charge).toList();
    }

    /** The receipt, which nobody else voids until the transaction ends. */
    Mono<Receipt> lock(Member member, ReceiptId id) {
        return database.sql(SELECT + " where id = :id and supporter = any(:ids) for update of r")
                .bind("id", id.value())
                .bind("ids", member.ids())
                .map(ReceiptStore::receipt)
                .one();
    }

    /** The payments of all receipts of the member that hold. */
    Flux<PaymentId> confirmed(Member member) {
        return payments(
                "select p.payment from receipts.payment p join receipts.receipt r on r.id = p.receipt"
                        + " where p.holds and r.supporter = any(:key)",
                member.ids());
    }

    Flux<PaymentId> payments(ReceiptId id) {
        return payments(
                "select payment from receipts.payment where receipt = :key order by payment",
                id.value());
    }

    /**
     * The latest first, of any state or of one.
     *
     * @param state {@code holds}, {@code void} or empty
     * @param after behind which place
     */
    Flux<Receipt> list(String state, Place after, int most) {
        return database.sql(
                        SELECT
                                + """
                                 where (:state = '' or (void_for is null) = (:state = 'holds'))
                                   and (issued_at, id) < (:at, :id)
                                 order by issued_at desc, id desc limit :most
                                """)
                .bind("state", state)
                .bind("at", after.issuedAt())
                .bind("id", after.id())
                .bind("most", most)
                .map(ReceiptStore::receipt)
                .all();
    }

    /** Where a receipt stands in the list. */
    record Place(Instant issuedAt, UUID id) {}

    /** Where the receipt of that number stands; of any other, the list begins. */
    Mono<Place> place(String number) {
        return database.sql("select issued_at, id from receipts.receipt where number = :number")
                .bind("number", number)
                .map(row -> new Place(Row.instant(row, "issued_at"), Row.uuid(row, "id")))
                .one()
                .defaultIfEmpty(BEGINNING);
    }

    /** All that a payment stands on, the latest first. */
    Flux<Receipt> about(PaymentId payment) {
        return database.sql(
                        SELECT
                                + " where id in (select receipt from receipts.payment where payment = :payment)"
                                + " order by issued_at desc, number")
                .bind("payment", payment.value())
                .map(ReceiptStore::receipt)
                .all();
    }

    private Flux<PaymentId> payments(String sql, Object key) {
        return database.sql(sql)
                .bind("key", key)
                .map(row -> new PaymentId(Row.uuid(row, "payment")))
                .all();
    }

    Mono<Void> voidOne(ReceiptId id, VoidReason reason, Instant at) {
        return database.sql(VOID)
                .bind("id", id.value())
                .bind("reason", reason.name())
                .bind("at", at)
                .then();
    }

    /** The receipt that holds for a payment and knows less than so many corrections of it. */
    Mono<Receipt> holding(PaymentId payment, int corrections) {
        return database.sql(
                        SELECT
                                + " where id = (select receipt from receipts.payment where payment = :payment"
                                + " and holds and corrections < :corrections)")
                .bind("payment", payment.value())
                .bind("corrections", corrections)
                .map(ReceiptStore::receipt)
                .one();
    }

    Flux<SubjectId> destroyOver(LocalDate today, int limit) {
        return database.sql(
                        """
                        update receipts.receipt set destroyed = true
                        where id in (select id from receipts.receipt
                                     where kept_until < :today and not destroyed
                                     limit :limit for update skip locked)
                        returning subject
                        """)
                .bind("today", today)
                .bind("limit", limit)
                .map(row -> new SubjectId(Row.uuid(row, "subject")))
                .all();
    }

    private static Receipt receipt(Readable row) {
        String voidFor = row.get("void_for", String.class);
        UUID replaces = row.get("replaces", UUID.class);
        return new Receipt(
                new ReceiptId(Row.uuid(row, "id")),
                Row.text(row, "number"),
                Row.uuid(row, "supporter"),
                row.get("year", Integer.class),
                new GiftParts(Row.money(row, "gift"), Row.money(row, "cover")),
                Language.of(Row.text(row, "language")).orElseThrow(),
                Row.instant(row, "issued_at"),
                new SubjectId(Row.uuid(row, "subject")),
                Row.day(row, "kept_until"),
                voidFor == null ? null : VoidReason.valueOf(voidFor),
                replaces == null ? null : new ReceiptId(replaces),
                List.of(Row.need(row, "successors", String[].class)));
    }
}
