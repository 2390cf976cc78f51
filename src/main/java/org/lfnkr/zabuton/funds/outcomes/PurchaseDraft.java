package org.lfnkr.zabuton.funds.outcomes;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Units that were bought, as somebody read it from an invoice.
 *
 * @param evidence the invoice
 */
record PurchaseDraft(UUID id, UUID disbursement, long units, LocalDate boughtOn, UUID evidence) {

    static PurchaseDraft of(Readable row) {
        return new PurchaseDraft(
                Row.uuid(row, "id"),
                Row.uuid(row, "disbursement"),
                Row.whole(row, "units"),
                Row.day(row, "bought_on"),
                Row.uuid(row, "evidence"));
    }
}
