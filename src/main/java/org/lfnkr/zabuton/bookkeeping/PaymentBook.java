package org.lfnkr.zabuton.bookkeeping;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.bookkeeping.AttributionResult.Reason;
import org.lfnkr.zabuton.payments.RefundId;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the books know of a payment.
 *
 * @param charged the lots as they came in
 * @param returns what went back of the charge since
 * @param last the number of its latest movement
 */
record PaymentBook(UUID subject, Lots charged, Returns returns, int last) {

    /**
     * Takes money back: from what is held for its payer, then from the lots. What a refund did not
     * bring is held, what a dispute gave back is in the lots again.
     */
    Movement move(Transaction transaction) {
        long aside = returns.aside(transaction, charged.total());
        return movement(transaction, returns.after(transaction, aside), aside);
    }

    /**
     * Holds for the payer what a refund was to bring. Nothing where it has left: then the line that
     * brings it back is held.
     */
    Movement setAside(Transaction decision, RefundId refund, long yen) {
        long left = Math.max(0, charged.total() - returns.gone().sum());
        long taken = returns.refunds().getOrDefault(refund, 0L);
        long aside = Math.clamp(yen - taken, 0, left);
        return movement(decision, returns.after(decision, aside), aside);
    }

    /** Puts the lots right, now that it is said which parts went back. */
    Movement say(Transaction decision, RefundId refund, Map<Part, Long> parts) {
        return movement(decision, returns.saying(refund, parts), 0);
    }

    private Movement movement(Transaction transaction, Returns after, long aside) {
        List<Lot> changes = charged.change(returns.gone(), after.gone());
        return new Movement(transaction, subject, last + 1, changes, null, 0, aside);
    }

    /** Why it can't be said; null where it can. */
    @Nullable Reason against(RefundId refund, Map<Part, Long> parts) {
        if (parts.entrySet().stream()
                .anyMatch(part -> part.getValue() <= 0 || charged.of(part.getKey()) == 0)) {
            return Reason.UNKNOWN_PART;
        }
        long sum = parts.values().stream().mapToLong(yen -> yen).sum();
        Long moved = returns.refunds().get(refund);
        if (moved != null && moved > 0 && sum > moved) {
            return Reason.MORE_THAN_THE_REFUND;
        }
        boolean fits = fits(parts) && fits(returns.saying(refund, parts).gone().said());
        return fits ? null : Reason.MORE_THAN_THE_PART;
    }

    private boolean fits(Map<Part, Long> parts) {
        return parts.entrySet().stream()
                .allMatch(part -> part.getValue() <= charged.of(part.getKey()));
    }
}
