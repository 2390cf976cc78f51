package org.lfnkr.zabuton.storefront.desk;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.audit.AuditEntry;
import org.lfnkr.zabuton.bookkeeping.BookedEntry;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.receipts.Receipt;

import java.util.List;

/**
 * All that is known of a gift and names nobody.
 *
 * @param payment by which its address knows it
 * @param charge null where the money has not arrived
 * @param receipts the latest first
 * @param acts what staff did to it
 */
record GiftDossier(
        String payment,
        Pledge pledge,
        @Nullable Charge charge,
        List<Receipt> receipts,
        List<BookedEntry> entries,
        List<AuditEntry> acts) {

    GiftDossier {
        receipts = List.copyOf(receipts);
        entries = List.copyOf(entries);
        acts = List.copyOf(acts);
    }

    public String cause() {
        return Cause.of(pledge.fund()).code();
    }

    /** Whether a receipt can be made: something is kept, and none holds. */
    public boolean unconfirmed() {
        return charge != null
                && charge.kept().gift().isPositive()
                && receipts.stream().noneMatch(Receipt::holds);
    }
}
