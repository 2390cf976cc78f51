package org.lfnkr.zabuton.bookkeeping;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Source;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A line of Stripe's balance that moved a payment's money, one of the bank, the cash box, the post
 * office or a counter, or a decision about it that moved none.
 *
 * @param yen gross; below zero when it left us
 * @param fee what Stripe kept for it; below zero when it was given back
 * @param refund that moved it; null where none did
 */
record Transaction(
        Source source,
        PaymentId payment,
        MovementKind kind,
        long yen,
        long fee,
        @Nullable RefundId refund,
        Instant at) {

    /**
     * @param id Stripe's name of the line, {@code txn_…}, or where else it is and its reference,
     *     such as {@code bank:…}
     */
    static Transaction of(
            String id, PaymentId payment, MovementKind kind, long yen, long fee, Instant at) {
        return new Transaction(source(id), payment, kind, yen, fee, null, at);
    }

    private static Source source(String line) {
        int colon = line.indexOf(':');
        return colon < 0
                ? Source.stripe(line)
                : new Source(
                        Source.Kind.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT)),
                        line.substring(colon + 1));
    }

    static Transaction attribution(long id, PaymentId payment, Instant at) {
        Source decision = Source.decision("attribution-" + id);
        return new Transaction(decision, payment, MovementKind.ATTRIBUTION, 0, 0, null, at);
    }

    /** What a refund was to bring never left us. */
    static Transaction setAside(PaymentId payment, RefundId refund, Instant at) {
        Source decision = Source.decision("refund-" + refund.value());
        return new Transaction(decision, payment, MovementKind.SET_ASIDE, 0, 0, refund, at);
    }

    /** Of money that stood on suspense, and by a decision is a charge. */
    Transaction accepted() {
        Source decision = Source.decision("accepted-" + source.reference());
        return new Transaction(decision, payment, kind, yen, fee, refund, at);
    }

    Transaction by(RefundId id) {
        return new Transaction(source, payment, kind, yen, fee, id, at);
    }

    /** Where the money lies; a decision moves none. */
    Account account() {
        return switch (source.kind()) {
            case STRIPE, DECISION -> Account.STRIPE_BALANCE;
            case BANK -> Account.BANK;
            case CASH -> Account.CASH;
            case POSTAL -> Account.POSTAL;
            case TRAY -> Account.TRAY;
            case TERMINAL -> Account.CARD_TERMINAL;
        };
    }

    long net() {
        return yen - fee;
    }

    LocalDate day() {
        return BusinessDate.of(at);
    }
}
