package org.lfnkr.zabuton.payments.balance;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * Money on its way from Stripe to the bank, or the other way where it is below zero.
 *
 * @param status Stripe's word
 * @param automatic whether Stripe made it by itself; of another it never tells the lines
 * @param failure Stripe's code; null where it did not fail
 * @param carried what its lines add up to; null as long as they are not known
 */
public record Payout(
        String id,
        Money yen,
        String status,
        boolean automatic,
        @Nullable String failure,
        Instant createdAt,
        LocalDate arrivesOn,
        @Nullable Money carried) {

    private static final Set<String> BACK = Set.of("failed", "canceled");
    private static final Set<String> KNOWN =
            Set.of("pending", "in_transit", "paid", "failed", "canceled");

    static Payout of(Readable row) {
        Long carried = row.get("carried", Long.class);
        return new Payout(
                Row.text(row, "id"),
                Row.money(row, "yen"),
                Row.text(row, "status"),
                Row.flag(row, "automatic"),
                row.get("failure", String.class),
                Row.instant(row, "created_at"),
                Row.day(row, "arrives_on"),
                carried == null ? null : Money.yen(carried));
    }

    /** Whether it came back to Stripe. */
    public boolean isBack() {
        return BACK.contains(status);
    }

    /** Whether its lines are known and add up to something else. */
    public boolean differs() {
        return carried != null && !carried.equals(yen);
    }

    /** As messages know its state. */
    public String code() {
        return KNOWN.contains(status) ? status.replace('_', '-') : "other";
    }
}
