package org.lfnkr.zabuton.funds.disbursements;

import java.util.UUID;

/** Which disbursement. */
public record DisbursementId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
