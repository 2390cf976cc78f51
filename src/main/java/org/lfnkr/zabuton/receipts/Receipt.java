package org.lfnkr.zabuton.receipts;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.reveals.Matter;
import org.lfnkr.zabuton.vault.SubjectId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A receipt that was issued.
 *
 * @param year that a yearly one is for; null for one of a single gift
 * @param parts what it says was received
 * @param subject under whose key the document is kept
 * @param keptUntil the last day on which it is kept
 * @param voidFor why it no longer holds; null while it holds
 * @param successors the numbers of those that hold in its place now; none while it holds
 */
public record Receipt(
        ReceiptId id,
        String number,
        UUID supporter,
        @Nullable Integer year,
        GiftParts parts,
        Language language,
        Instant issuedAt,
        SubjectId subject,
        LocalDate keptUntil,
        @Nullable VoidReason voidFor,
        @Nullable ReceiptId replaces,
        List<String> successors) {

    /** As what {@link org.lfnkr.zabuton.reveals.Masked#kind()} knows receipts. */
    static final String KIND = "receipt";

    /** The record of which staff open a part with a reason. */
    public Matter matter() {
        return new Matter(KIND, id.value());
    }

    public Receipt {
        successors = List.copyOf(successors);
    }

    public boolean holds() {
        return voidFor == null;
    }
}
