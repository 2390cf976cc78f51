package org.lfnkr.zabuton.funds.outcomes;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A disbursement that buys units of an outcome, and how far that has come.
 *
 * @param number by which people call the disbursement
 * @param planned units that were to be bought when it was signed
 * @param kept yen of it that have not come back
 * @param purchase null before it is noted
 */
record Bought(
        UUID disbursement,
        long number,
        Bilingual name,
        String unitKey,
        long planned,
        Money kept,
        LocalDate approvedOn,
        @Nullable Purchase purchase) {

    static Bought of(Readable row) {
        return new Bought(
                Row.uuid(row, "id"),
                Row.whole(row, "number"),
                new Bilingual(Row.text(row, "name_en"), Row.text(row, "name_ja")),
                Row.text(row, "unit_key"),
                Row.whole(row, "planned"),
                Row.money(row, "left_yen"),
                Row.day(row, "approved_on"),
                row.get("disbursement", UUID.class) == null ? null : Purchase.of(row));
    }

    /** Units that one person alone notes: half as many again as two people had planned. */
    public long mostAlone() {
        return planned + planned / 2;
    }

    /**
     * The first day that the next step can be of: a purchase follows what two people agreed on, a
     * delivery follows the purchase. Whose money it was reads these days.
     */
    public LocalDate earliest() {
        return purchase == null ? approvedOn : purchase.boughtOn();
    }

    /** What is to be done next, as messages know it. */
    public String next() {
        if (purchase == null) {
            return kept.isPositive() ? "buy" : "off";
        }
        return purchase.awaited() > 0 ? "deliver" : "done";
    }
}
