package org.lfnkr.zabuton.funds.disbursements;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a disbursement has come; the database says it from what has happened. */
public enum DisbursementState {
    /** It can be changed, and has taken nothing. */
    DRAFT,
    /** A second person has signed it: the money is taken from the fund and not paid yet. */
    APPROVED,
    /** A row of the bank's statement is matched with it. */
    PAID,
    /** Paid, and both invoice and delivery are shown. */
    EVIDENCED,
    /** All of it came back, or is expected back. */
    RETURNED,
    /** A draft that was given up. */
    WITHDRAWN;

    /** As messages and addresses know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for what is none. */
    public static Optional<DisbursementState> of(String code) {
        return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
    }
}
