package org.lfnkr.zabuton.bookkeeping;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;

import java.time.LocalDate;

/**
 * What the lots of a day brought a fund of money to spend.
 *
 * @param gift whether it was given; otherwise it is profit of sales
 * @param named whether the giver named the fund; otherwise the allocation policy did
 * @param yen below zero where more went back than came
 */
public record FundIncome(LocalDate day, boolean gift, boolean named, Fund fund, Money yen) {

    static FundIncome of(Readable row) {
        return new FundIncome(
                Row.day(row, "booked_on"),
                Row.flag(row, "gift"),
                Row.flag(row, "named"),
                new Fund(Row.text(row, "fund")),
                Row.money(row, "yen"));
    }
}
