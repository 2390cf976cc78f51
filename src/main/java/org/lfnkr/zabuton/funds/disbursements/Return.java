package org.lfnkr.zabuton.funds.disbursements;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.JournalEntry;
import org.lfnkr.zabuton.ledger.Posting;
import org.lfnkr.zabuton.ledger.Source;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Money of a disbursement that comes back.
 *
 * @param id by which it is signed as lost
 * @param no counting from 1
 * @param arrivedOn the day of the bank's row; null before it, and where nothing has to arrive
 * @param lostOn the day on which two people said that it will not arrive; null otherwise
 * @param undoneAt when it was taken from the fund again; null where it was not
 */
public record Return(
        UUID id,
        int no,
        Money yen,
        ReturnWhy why,
        Instant decidedAt,
        @Nullable LocalDate arrivedOn,
        @Nullable LocalDate lostOn,
        @Nullable Instant undoneAt) {

    /** Whether the bank has to bring it yet, if the disbursement was paid. */
    public boolean isExpected() {
        return arrivedOn == null && lostOn == null && why.arrives();
    }

    /** Whether a row of the bank is said to have brought it, and nobody has said otherwise. */
    public boolean hasArrived() {
        return arrivedOn != null && lostOn == null;
    }

    /** Whether two people may say that it will not arrive, or did not. */
    public boolean mayBeLost() {
        return isExpected() || hasArrived();
    }

    /** Whether it was signed as lost and has not arrived after all. */
    public boolean isLost() {
        return lostOn != null && arrivedOn == null;
    }

    /** Whether a row of the bank may bring it. */
    public boolean mayArrive() {
        return isExpected() || isLost();
    }

    /** Whether it can be taken from the fund again, while the disbursement is not paid. */
    public boolean isUndoable() {
        return why == ReturnWhy.PAID_LESS && undoneAt == null;
    }

    /**
     * The one entry by which it is lost: the claim on the bank or payee goes, and Operations bears
     * it; the fund has it already.
     *
     * @param of the disbursement
     * @param on day of the Tokyo calendar
     */
    public JournalEntry loss(DisbursementId of, LocalDate on) {
        return new JournalEntry(
                Source.decision("disbursement-" + of + "-returned-" + no).part("lost"),
                on,
                "RETURN_LOST",
                List.of(
                        new Posting(Account.LOST_RETURNS, Fund.OPERATIONS, yen.yen()),
                        new Posting(Account.PAYABLE, null, -yen.yen())));
    }

    static Return of(Readable row) {
        return new Return(
                Row.uuid(row, "id"),
                Row.number(row, "no"),
                Row.money(row, "yen"),
                ReturnWhy.valueOf(Row.text(row, "why")),
                Row.instant(row, "decided_at"),
                row.get("arrived_on", LocalDate.class),
                row.get("lost_on", LocalDate.class),
                row.get("undone_at", Instant.class));
    }
}
