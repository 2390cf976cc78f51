package org.lfnkr.zabuton.payments.balance;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

import java.time.Instant;

/**
 * A line of Stripe's balance, as it is kept.
 *
 * @param category Stripe's word for it
 * @param yen whether it is in yen; sums of another currency are in that one's smallest unit
 * @param gross below zero where it left
 * @param fee what Stripe kept for it
 * @param source the object at Stripe that made it
 * @param payout that carried it to the bank; null before, and where Stripe does not tell
 * @param explained whether the books say of it what Stripe says
 * @param fresh whether the books may still have to hear of it, so that nothing is missing yet
 * @param purpose of the payment that it belongs to; null where it is of none of ours
 */
public record BalanceLine(
        String id,
        LineKind kind,
        String category,
        boolean yen,
        Money gross,
        Money fee,
        Money net,
        @Nullable String source,
        @Nullable String payout,
        Instant createdAt,
        boolean available,
        boolean explained,
        boolean fresh,
        @Nullable String purpose) {

    static BalanceLine of(Readable row) {
        return new BalanceLine(
                Row.text(row, "id"),
                LineKind.valueOf(Row.text(row, "kind")),
                Row.text(row, "category"),
                Row.flag(row, "yen"),
                Row.money(row, "gross"),
                Row.money(row, "fee"),
                Row.money(row, "net"),
                row.get("source", String.class),
                row.get("payout", String.class),
                Row.instant(row, "created_at"),
                Row.flag(row, "available"),
                Row.flag(row, "explained"),
                Row.flag(row, "fresh"),
                row.get("purpose", String.class));
    }

    /** Whether nothing is left of it that the books could tell. */
    public boolean movesNothing() {
        return yen && net.isZero() && !kind.isOfPayment();
    }

    /** Whether it went through a payment of ours or of another tool. */
    public boolean isOfPayment() {
        return kind.isOfPayment() || kind == LineKind.FOREIGN;
    }
}
