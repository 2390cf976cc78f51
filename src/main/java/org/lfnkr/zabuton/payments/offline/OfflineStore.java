package org.lfnkr.zabuton.payments.offline;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** Payments and refunds that Stripe has nothing to do with: those without its intent. */
@Repository
class OfflineStore {

    /** What is asked for: invoices of plans ask for themselves. */
    private static final String ASKED =
            """
            select id, status, amount, tried_at is not null as tried from payments.payment
            where purpose = :purpose and plan is null
            order by requested_at desc, id limit 1 for update
            """;

    private static final String MOVED =
            """
            select p.id, p.purpose, m.kind, abs(m.amount) as amount, m.object
            from payments.movement m join payments.payment p on p.id = m.payment
            where m.balance_transaction = :line
            """;

    private static final String SETTLE =
            """
            update payments.payment
            set status = 'SETTLED', captured = amount, method = :method, settled_at = :at,
                instructions = null, pay_by = null, intent = null
            where id = :id
            """;

    private static final String WAITING =
            """
            select r.id, r.payment, r.amount, r.requested_at, p.purpose
            from payments.refund r join payments.payment p on p.id = r.payment
            where r.status = 'REQUESTED' and r.hold is null and p.intent is null
            """;

    private static final String GIVE_BACK =
            """
            update payments.refund set status = 'SUCCEEDED', stripe_id = :line
            where id = :id and status = 'REQUESTED'
            """;

    private final DatabaseClient database;

    OfflineStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A payment that somebody was asked for.
     *
     * @param tried whether Stripe may know of it
     */
    record Asked(PaymentId id, PaymentStatus status, Money amount, boolean tried) {

        boolean canBePaidAtStripe() {
            return status == PaymentStatus.OPEN
                    || status == PaymentStatus.AWAITING
                    || (status == PaymentStatus.REQUESTED && tried);
        }

        boolean isPaid() {
            return status == PaymentStatus.SETTLED || status == PaymentStatus.HELD;
        }
    }

    /**
     * A line that was written before.
     *
     * @param object the slip's reference, or the refund that it returned
     */
    record Moved(PaymentId payment, String purpose, String kind, Money amount, String object) {}

    /** Asks for a payment that no page is ever opened for. */
    Mono<Void> ask(PaymentId id, String purpose, SubjectId payer, Money amount, Instant now) {
        return database.sql(
                        """
                        insert into payments.payment
                            (id, purpose, payer, status, amount, requested_at, expires_at)
                        values (:id, :purpose, :payer, 'REQUESTED', :amount, :now, :now)
                        """)
                .bind("id", id.value())
                .bind("purpose", purpose)
                .bind("payer", payer.value())
                .bind("amount", amount.yen())
                .bind("now", now)
                .then();
    }

    /** With its row locked for this transaction. */
    Mono<Asked> asked(String purpose) {
        return database.sql(ASKED)
                .bind("purpose", purpose)
                .map(
                        row ->
                                new Asked(
                                        new PaymentId(Row.uuid(row, "id")),
                                        PaymentStatus.valueOf(Row.text(row, "status")),
                                        Row.money(row, "amount"),
                                        Row.flag(row, "tried")))
                .one();
    }

    Mono<Moved> moved(Slip slip) {
        return moved(slip.line());
    }

    Mono<Moved> moved(String line) {
        return database.sql(MOVED)
                .bind("line", line)
                .map(
                        row ->
                                new Moved(
                                        new PaymentId(Row.uuid(row, "id")),
                                        Row.text(row, "purpose"),
                                        Row.text(row, "kind"),
                                        Row.money(row, "amount"),
                                        Row.text(row, "object")))
                .one();
    }

    Mono<Void> settle(PaymentId id, Slip slip) {
        return database.sql(SETTLE)
                .bind("method", slip.means().code())
                .bind("at", slip.at())
                .bind("id", id.value())
                .then();
    }

    Flux<Waiting> waiting() {
        return database.sql(WAITING + " order by r.requested_at, r.id limit 100")
                .map(OfflineStore::asWaiting)
                .all();
    }

    /** With its row locked for this transaction; empty when it does not wait for a hand. */
    Mono<Waiting> waiting(RefundId id) {
        return database.sql(WAITING + " and r.id = :id for update of r")
                .bind("id", id.value())
                .map(OfflineStore::asWaiting)
                .one();
    }

    Mono<Void> giveBack(RefundId id, Slip slip) {
        return database.sql(GIVE_BACK).bind("line", slip.line()).bind("id", id.value()).then();
    }

    private static Waiting asWaiting(Readable row) {
        UUID payment = Row.uuid(row, "payment");
        return new Waiting(
                new RefundId(Row.uuid(row, "id")),
                new PaymentId(payment),
                Row.text(row, "purpose"),
                Row.money(row, "amount"),
                Row.instant(row, "requested_at"));
    }
}
