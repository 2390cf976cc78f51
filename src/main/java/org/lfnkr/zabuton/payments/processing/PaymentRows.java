package org.lfnkr.zabuton.payments.processing;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.payments.DisputeState;
import org.lfnkr.zabuton.payments.Payment;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.PaymentView;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.vault.SubjectId;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/** Payments as they stand in the database. */
final class PaymentRows {

    private PaymentRows() {}

    static Payment payment(Readable row) {
        return new Payment(
                new PaymentId(Row.uuid(row, "id")),
                Row.text(row, "purpose"),
                new SubjectId(Row.uuid(row, "payer")),
                PaymentStatus.valueOf(Row.text(row, "status")),
                Row.whole(row, "amount"),
                Row.number(row, "attempt"),
                Row.instant(row, "requested_at"),
                Row.instant(row, "expires_at"),
                row.get("tried_at", Instant.class),
                row.get("cancel_asked_at", Instant.class) != null,
                row.get("session", String.class),
                row.get("intent", String.class),
                plan(row.get("plan", UUID.class)));
    }

    private static @Nullable PlanId plan(@Nullable UUID id) {
        return id == null ? null : new PlanId(id);
    }

    static PaymentView view(Readable row) {
        return new PaymentView(
                new PaymentId(Row.uuid(row, "id")),
                Row.text(row, "purpose"),
                PaymentStatus.valueOf(Row.text(row, "status")),
                Money.yen(Row.whole(row, "amount")),
                Money.yen(Row.whole(row, "refunded")),
                row.get("method", String.class),
                uri(row.get("instructions", String.class)),
                row.get("pay_by", Instant.class),
                row.get("settled_at", Instant.class),
                row.get("cancel_asked_at", Instant.class) != null,
                Row.flag(row, "address_refused"),
                dispute(row.get("dispute", String.class)),
                row.get("intent", String.class));
    }

    private static @Nullable URI uri(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }

    private static @Nullable DisputeState dispute(@Nullable String text) {
        return text == null ? null : DisputeState.valueOf(text);
    }
}
