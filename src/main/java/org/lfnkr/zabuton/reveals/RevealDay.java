package org.lfnkr.zabuton.reveals;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How much one account opened on one day.
 *
 * @param records of how many orders, gifts or receipts
 */
record RevealDay(
        LocalDate day, UUID account, long shown, long printed, long exported, long records) {

    public long all() {
        return shown + printed + exported;
    }
}
