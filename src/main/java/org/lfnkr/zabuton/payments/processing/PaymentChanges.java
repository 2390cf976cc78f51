package org.lfnkr.zabuton.payments.processing;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;

/** What becomes of a payment row, whose lock the caller holds. */
@Repository
public class PaymentChanges {

    private static final String MOVE =
            """
            insert into payments.movement
                (balance_transaction, payment, kind, object, amount, fee, moved_at)
            values (:line, :payment, :kind, :object, :amount, :fee, :at)
            """;

    private final DatabaseClient database;

    PaymentChanges(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> adopt(PaymentId id, String session, @Nullable String intent) {
        return change("session = :session, intent = :intent", id)
                .bind("session", session)
                .bind("intent", Parameter.fromOrEmpty(intent, String.class))
                .then();
    }

    Mono<Void> open(PaymentId id) {
        return change("status = 'OPEN'", id).then();
    }

    Mono<Void> await(PaymentId id, Facts.Voucher voucher) {
        return change("status = 'AWAITING', instructions = :page, pay_by = :by", id)
                .bind("page", voucher.page().toString())
                .bind("by", voucher.payBy())
                .then();
    }

    Mono<Void> settle(PaymentId id, Facts.Charge charge, Facts.Movement movement) {
        return change(
                        "status = 'SETTLED', captured = amount, method = :method,"
                                + " settled_at = :at, instructions = null, pay_by = null",
                        id)
                .bind("method", charge.method())
                .bind("at", movement.at())
                .then()
                .then(move(id, "CHARGE", charge.id(), movement));
    }

    Mono<Void> end(PaymentId id, PaymentStatus status) {
        return change("status = :status, instructions = null, pay_by = null", id)
                .bind("status", status.name())
                .then();
    }

    Mono<Void> hold(PaymentId id, HoldReason reason) {
        return change("status = 'HELD', held_for = :reason, instructions = null, pay_by = null", id)
                .bind("reason", reason.name())
                .then();
    }

    /** What is held is taken for what was asked for. */
    Mono<Void> accept(PaymentId id, Hold hold, String method, Instant at) {
        return change(
                        "status = 'SETTLED', held_for = null, captured = amount, method = :method,"
                                + " settled_at = :at, session = :session, intent = :intent,"
                                + " instructions = null, pay_by = null",
                        id)
                .bind("method", method)
                .bind("at", at)
                .bind("session", Parameter.fromOrEmpty(hold.session(), String.class))
                .bind("intent", Parameter.fromOrEmpty(hold.intent(), String.class))
                .then();
    }

    /** A line of money that is held. */
    public Mono<Void> moveHeld(PaymentId id, String object, Facts.Movement movement) {
        return move(id, "HELD", object, movement);
    }

    /** Fails on a line that had its effect before: nothing is booked twice. */
    public Mono<Void> move(PaymentId id, String kind, String object, Facts.Movement movement) {
        return database.sql(MOVE)
                .bind("line", movement.id())
                .bind("payment", id.value())
                .bind("kind", kind)
                .bind("object", object)
                .bind("amount", movement.amount())
                .bind("fee", movement.fee())
                .bind("at", movement.at())
                .then();
    }

    private GenericExecuteSpec change(String what, PaymentId id) {
        return database.sql("update payments.payment set " + what + " where id = :id")
                .bind("id", id.value());
    }
}
