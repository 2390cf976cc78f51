package org.lfnkr.zabuton.receipts;

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
import java.util.UUID;

@Repository
class ReceiptStore {

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

    /** Newest first. */
    Flux<Receipt> of(Member member) {
        return database.sql(
                        ReceiptRows.SELECT
                                + " where supporter = any(:ids) order by issued_at desc, number")
                .bind("ids", member.ids())
                .map(ReceiptRows::receipt)
                .all();
    }

    /** The member's own receipt; empty for anybody else's. */
    Mono<Receipt> find(Member member, ReceiptId id) {
        return database.sql(ReceiptRows.SELECT + " where id = :id and supporter = any(:ids)")
                .bind("id", id.value())
                .bind("ids", member.ids())
                .map(ReceiptRows::receipt)
                .one();
    }

    Mono<Receipt> find(String number) {
        return database.sql(ReceiptRows.SELECT + " where number = :number")
                .bind("number", number)
                .map(ReceiptRows::receipt)
                .one();
    }

    Mono<Receipt> find(ReceiptId id) {
        return database.sql(ReceiptRows.SELECT + " where id = :id")
                .bind("id", id.value())
                .map(ReceiptRows::receipt)
                .one();
    }

    /** The receipt, which nobody else voids until the transaction ends. */
    Mono<Receipt> lock(Member member, ReceiptId id) {
        return database.sql(
                        ReceiptRows.SELECT
                                + " where id = :id and supporter = any(:ids) for update of r")
                .bind("id", id.value())
                .bind("ids", member.ids())
                .map(ReceiptRows::receipt)
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
                        ReceiptRows.SELECT
                                + """
                                 where (:state = '' or (void_for is null) = (:state = 'holds'))
                                   and (issued_at, id) < (:at, :id)
                                 order by issued_at desc, id desc limit :most
                                """)
                .bind("state", state)
                .bind("at", after.issuedAt())
                .bind("id", after.id())
                .bind("most", most)
                .map(ReceiptRows::receipt)
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
                        ReceiptRows.SELECT
                                + " where id in (select receipt from receipts.payment where payment = :payment)"
                                + " order by issued_at desc, number")
                .bind("payment", payment.value())
                .map(ReceiptRows::receipt)
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
                        ReceiptRows.SELECT
                                + " where id = (select receipt from receipts.payment where payment = :payment"
                                + " and holds and corrections < :corrections)")
                .bind("payment", payment.value())
                .bind("corrections", corrections)
                .map(ReceiptRows::receipt)
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
}
