package org.lfnkr.zabuton.bookkeeping;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.Posting;

/**
 * A part of a charge, or a change of it.
 *
 * @param part of what was paid, to which it belongs
 * @param fund what it is set aside for; null for tax, which is not ours
 * @param yen what is in it; in a change, what was added or taken
 */
public record Lot(Part part, LotKind kind, @Nullable Fund fund, long yen) {

    /**
     * A lot as a row has it, nothing in it.
     *
     * @param home the name of the column with the code of its fund
     */
    public static Lot of(Readable row, String home) {
        String code = row.get(home, String.class);
        return new Lot(
                Part.of(row),
                LotKind.valueOf(Row.text(row, "kind")),
                code == null ? null : new Fund(code),
                0);
    }

    public Money money() {
        return Money.yen(yen);
    }

    Lot with(long otherYen) {
        return new Lot(part, kind, fund, otherYen);
    }

    /** More in a lot is a credit: income of its fund, or a debt. */
    Posting posting() {
        return new Posting(kind.account(), fund, -yen);
    }
}
