package org.lfnkr.zabuton.bookkeeping.glance;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

import java.util.List;

/**
 * The funds as they are, and the gifts since April beside those of the year before.
 *
 * @param funds those first that can't be overdrawn
 */
record Glance(List<Fund> funds, Trend gifts) {

    Glance {
        funds = List.copyOf(funds);
    }

    /**
     * A fund.
     *
     * @param sum what is in it; below zero the organisation has to bring it
     * @param month what came in this month, less what went
     */
    record Fund(Bilingual name, Money sum, Money month) {

        static Fund of(Readable row) {
            return new Fund(
                    new Bilingual(Row.text(row, "name_en"), Row.text(row, "name_ja")),
                    Row.money(row, "yen"),
                    Row.money(row, "month"));
        }

        /** What is missing; zero where nothing is. */
        public Money missing() {
            return Money.yen(Math.max(0, -sum.yen()));
        }
    }
}
