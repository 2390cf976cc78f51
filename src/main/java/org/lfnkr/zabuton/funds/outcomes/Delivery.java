package org.lfnkr.zabuton.funds.outcomes;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Units that have arrived.
 *
 * @param evidence the sealed file that shows it
 */
record Delivery(UUID id, UUID disbursement, long units, LocalDate arrivedOn, UUID evidence) {

    static Delivery of(Readable row) {
        return new Delivery(
                Row.uuid(row, "id"),
                Row.uuid(row, "disbursement"),
                Row.whole(row, "units"),
                Row.day(row, "arrived_on"),
                Row.uuid(row, "evidence"));
    }
}
