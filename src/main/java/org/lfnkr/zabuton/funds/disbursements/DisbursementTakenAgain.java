package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What was said to stay in the fund, since the bank had paid less, is taken from it after all.
 *
 * @param no which return of the disbursement it was, from 1
 * @param yen of it
 */
@EventName("funds.disbursement-taken-again.1")
public record DisbursementTakenAgain(UUID disbursement, int no, long yen, LocalDate on)
        implements OutboxEvent {

    @Override
    public String stream() {
        return "disbursement:" + disbursement;
    }
}
