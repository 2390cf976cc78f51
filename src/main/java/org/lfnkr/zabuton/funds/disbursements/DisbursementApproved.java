package org.lfnkr.zabuton.funds.disbursements;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A second person has signed, and the money is taken from the fund.
 *
 * @param outcome the code of what is bought; null where that is no outcome
 * @param units how many of it are to be bought; null with it
 */
@EventName("funds.disbursement-approved.1")
public record DisbursementApproved(
        UUID disbursement,
        String fund,
        @Nullable String outcome,
        @Nullable Long units,
        long yen,
        LocalDate on)
        implements OutboxEvent {

    @Override
    public String stream() {
        return "disbursement:" + disbursement;
    }
}
