package org.lfnkr.zabuton.giving.hand;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.offline.Means;
import org.lfnkr.zabuton.payments.offline.Slip;
import org.lfnkr.zabuton.vault.SubjectId;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * One gift of a batch; nothing in it names a person.
 *
 * @param reference of the line of the paper, which tells it from all others of its means
 * @param subject under whose key its giver lies until it is posted; null where nobody is known, and
 *     once it is posted
 * @param payment once it is posted
 * @param correction the refund that takes it out of the books again; null where it stands
 */
record HandGift(
        UUID id,
        UUID batch,
        LocalDate receivedOn,
        Money amount,
        Means means,
        String reference,
        Cause cause,
        Language language,
        @Nullable SubjectId subject,
        @Nullable PaymentId payment,
        @Nullable UUID correction) {

    static HandGift of(Readable row) {
        UUID subject = row.get("subject", UUID.class);
        UUID payment = row.get("payment", UUID.class);
        return new HandGift(
                Row.uuid(row, "id"),
                Row.uuid(row, "batch"),
                Row.day(row, "received_on"),
                Row.money(row, "amount"),
                Means.valueOf(Row.text(row, "means")),
                Row.text(row, "reference"),
                Cause.of(new Fund(Row.text(row, "fund"))),
                Language.of(Row.text(row, "language")).orElseThrow(),
                subject == null ? null : new SubjectId(subject),
                payment == null ? null : new PaymentId(payment),
                row.get("correction", UUID.class));
    }

    /** The same with its giver under a key. */
    HandGift under(SubjectId giver) {
        return new HandGift(
                id,
                batch,
                receivedOn,
                amount,
                means,
                reference,
                cause,
                language,
                giver,
                payment,
                correction);
    }

    /** As messages know the way on which it came. */
    public String way() {
        return means.name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is in the books and stands. */
    public boolean stands() {
        return payment != null && correction == null;
    }

    /**
     * What somebody holds in hand about it.
     *
     * @param by the account of who says so
     */
    Slip slip(String by) {
        return new Slip(means, receivedOn, reference, by);
    }

    /** The same of the entry that takes it out of the books again. */
    Slip counterSlip(LocalDate today, String by) {
        return new Slip(means, today, reference + "/corrected", by);
    }
}
