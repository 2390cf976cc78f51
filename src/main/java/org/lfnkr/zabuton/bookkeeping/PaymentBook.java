package org.lfnkr.zabuton.bookkeeping;

import java.util.UUID;

/**
 * What the books know of a payment.
 *
 * @param charged the lots as they came in
 * @param gone what went back of the charge since
 * @param last the number of its latest movement
 */
record PaymentBook(UUID subject, Lots charged, Gone gone, int last) {

    /** Takes money back from the lots, or puts it back into them. */
    Movement move(Transaction transaction) {
        return new Movement(
                transaction,
                subject,
                last + 1,
                charged.change(gone, gone.plusUnsaid(-transaction.yen())),
                null);
    }
}
