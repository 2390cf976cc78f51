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
        long goodwill = after.goodwill() - returns.goodwill();
        return new Movement(transaction, subject, last + 1, changes, null, 0, aside, goodwill);
    }

    /** The same once a refund has moved. */
    PaymentBook with(Transaction refund) {
        long aside = returns.aside(refund, charged.total());
        return new PaymentBook(subject, charged, returns.after(refund, aside), last + 1);
    }

    /** The same once it is said which parts a refund is of. */
    PaymentBook saying(RefundId refund, Map<Part, Long> parts) {
        return new PaymentBook(subject, charged, returns.saying(refund, parts), last);
    }

    List<Lot> left() {
        return charged.left(returns.gone());
    }

    /** Yen that are left of a part. */
    long left(Part part) {
        return left().stream().filter(lot -> lot.part().equals(part)).mapToLong(Lot::yen).sum();
    }

    /** Why it can't be said; null where it can. */
    @Nullable Reason against(RefundId refund, Map<Part, Long> parts) {
        if (parts.entrySet().stream().anyMatch(this::isUnknown)) {
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

    private boolean isUnknown(Map.Entry<Part, Long> part) {
        return part.getValue() <= 0 || most(part.getKey()) == 0;
    }

    private boolean fits(Map<Part, Long> parts) {
        return parts.entrySet().stream().allMatch(part -> part.getValue() <= most(part.getKey()));
    }

    /** What is given on top is of no part; but no refund is larger than what was paid. */
    private long most(Part part) {
        return part.equals(Part.GOODWILL) ? charged.total() : charged.of(part);
    }
}
