package org.lfnkr.zabuton.payments.balance;

import java.util.Set;

/** What a line of Stripe's balance is of. */
public enum LineKind {
    /** Money that came; whether through us has to be found out. */
    CHARGE,
    /** Money that went back to a payer, or did not arrive there. */
    REFUND,
    /** Money that a bank took for a payer, or gave back. */
    DISPUTE,
    /** What Stripe takes for the account, and not for a payment. */
    FEE,
    /** What Stripe puts right by itself. */
    ADJUSTMENT,
    /** On its way to the bank. */
    PAYOUT,
    /** A payout that failed, or was called off. */
    PAYOUT_BACK,
    /** From the bank to Stripe, or back. */
    TOP_UP,
    /** What Stripe keeps back for a time, or lets go. */
    RESERVE,
    /** Charged, given back or disputed through another tool on the same account. */
    FOREIGN,
    /** Somebody has to say what it is. */
    UNKNOWN;

    private static final Set<LineKind> OF_PAYMENTS = Set.of(CHARGE, REFUND, DISPUTE);

    /**
     * By Stripe's words. What they do not say for sure is unknown, rather than booked as something
     * that it may not be.
     *
     * @see <a href="https://docs.stripe.com/reports/reporting-categories">Stripe: reporting
     *     categories</a>
     */
    public static LineKind of(String type, String category) {
        return switch (category) {
            case "charge", "charge_failure" -> CHARGE;
            case "refund", "refund_failure", "partial_capture_reversal" -> REFUND;
            case "dispute", "dispute_reversal" -> DISPUTE;
            case "fee", "tax", "network_cost" -> FEE;
            case "other_adjustment" -> type.equals("adjustment") ? ADJUSTMENT : byType(type);
            case "payout" -> type.equals("payout") ? PAYOUT : byType(type);
            case "payout_reversal" -> PAYOUT_BACK;
            case "topup", "topup_reversal" -> TOP_UP;
            case "risk_reserved_funds" -> RESERVE;
            default -> byType(type);
        };
    }

    /** Where the category is new or wide, and the type tells. */
    private static LineKind byType(String type) {
        return switch (type) {
            case "payout_failure", "payout_cancel" -> PAYOUT_BACK;
            case "reserve_hold",
                    "reserve_release",
                    "reserve_transaction",
                    "reserved_funds",
                    "payment_network_reserve_hold",
                    "payment_network_reserve_release",
                    "payout_minimum_balance_hold",
                    "payout_minimum_balance_release" ->
                    RESERVE;
            default -> UNKNOWN;
        };
    }

    /** Whether it belongs to a payment, of ours or of another tool. */
    boolean isOfPayment() {
        return OF_PAYMENTS.contains(this);
    }
}
