package org.lfnkr.zabuton.giving.raises;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.GiftPlanId;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.supporters.SupporterId;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A giver was asked whether to raise their gift.
 *
 * @param pledge under which the gift was charged then
 * @param priceWas version of the price book that held when the sum was chosen
 * @param price the version that holds since
 * @param gift each time, without what covers the fee
 * @param suggested what it would be
 * @param answer null before
 */
record RaiseQuestion(
        UUID id,
        GiftPlanId plan,
        PledgeId pledge,
        SupporterId supporter,
        UUID priceWas,
        UUID price,
        Money gift,
        Money suggested,
        Instant askedAt,
        @Nullable Answer answer) {

    /** What was answered. */
    enum Answer {
        RAISED,
        KEPT;

        /** As messages and forms know it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static RaiseQuestion of(Readable row) {
        String answer = row.get("answer", String.class);
        return new RaiseQuestion(
                Row.uuid(row, "id"),
                new GiftPlanId(Row.uuid(row, "plan")),
                new PledgeId(Row.uuid(row, "pledge")),
                new SupporterId(Row.uuid(row, "supporter")),
                Row.uuid(row, "price_was"),
                Row.uuid(row, "price"),
                Row.money(row, "gift"),
                Row.money(row, "suggested"),
                Row.instant(row, "asked_at"),
                answer == null ? null : Answer.valueOf(answer));
    }
}
