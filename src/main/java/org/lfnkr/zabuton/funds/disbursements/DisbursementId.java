package org.lfnkr.zabuton.funds.disbursements;

import java.util.UUID;

/** Which disbursement. */
public record DisbursementId(UUID value) {

    /** A new one. */
    public static DisbursementId random() {
        return new DisbursementId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
