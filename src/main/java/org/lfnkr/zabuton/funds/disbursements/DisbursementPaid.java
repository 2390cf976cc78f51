package org.lfnkr.zabuton.funds.disbursements;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The bank has paid it.
 *
 * @param outcome the code of what is bought; null where that is no outcome
 * @param on the day of the bank's row
 */
@EventName("funds.disbursement-paid.1")
public record DisbursementPaid(
        UUID disbursement, String fund, @Nullable String outcome, long yen, LocalDate on)
        implements OutboxEvent {

    @Override
    public String stream() {
        return "disbursement:" + disbursement;
    }
}
