package org.lfnkr.zabuton.reveals;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How much one account opened on one day.
 *
 * @param asked how often it asked for somebody, found or not
 * @param records of how many orders, gifts or receipts
 */
record RevealDay(
        LocalDate day,
        UUID account,
        long asked,
        long shown,
        long printed,
        long exported,
        long records) {

    public long all() {
        return asked + shown + printed + exported;
    }
}
