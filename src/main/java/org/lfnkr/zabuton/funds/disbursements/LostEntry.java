package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.JournalEntry;
import org.lfnkr.zabuton.ledger.Posting;
import org.lfnkr.zabuton.ledger.Source;

import java.time.LocalDate;
import java.util.List;

/** The entry of what will not come back. There is one of a return at most. */
public final class LostEntry {

    private static final String KIND = "RETURN_LOST";

    private LostEntry() {}

    /**
     * The claim on the bank or payee goes, and Operations bears it: the fund has it already.
     *
     * @param on day of the Tokyo calendar
     */
    public static JournalEntry of(DisbursementId id, Return back, LocalDate on) {
        long yen = back.yen().yen();
        return new JournalEntry(
                Source.decision("disbursement-" + id + "-returned-" + back.no()).part("lost"),
                on,
                KIND,
                List.of(
                        new Posting(Account.LOST_RETURNS, Fund.OPERATIONS, yen),
                        new Posting(Account.PAYABLE, null, -yen)));
    }
}
