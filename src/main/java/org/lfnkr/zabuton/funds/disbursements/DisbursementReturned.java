package org.lfnkr.zabuton.funds.disbursements;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Some of it, or all, came back or is expected back, and is the fund's again.
 *
 * @param no which return of the disbursement, from 1
 * @param outcome the code of what was bought; null where that is no outcome
 * @param yen of this return
 * @param back yen of all returns until now
 */
@EventName("funds.disbursement-returned.1")
public record DisbursementReturned(
        UUID disbursement,
        int no,
        String fund,
        @Nullable String outcome,
        long yen,
        long back,
        LocalDate on)
        implements OutboxEvent {

    @Override
    public String stream() {
        return "disbursement:" + disbursement;
    }
}
