package org.lfnkr.zabuton.counter.tray;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

/**
 * A round of counting a tray: two people, neither of whom sees what the other found.
 *
 * @param second null while nobody else has counted
 */
record TrayCount(
        int round, Money first, String firstBy, @Nullable Money second, @Nullable String secondBy) {

    static TrayCount of(Readable row) {
        Long second = row.get("second", Long.class);
        return new TrayCount(
                Row.number(row, "round"),
                Row.money(row, "first"),
                Row.text(row, "first_by"),
                second == null ? null : Money.yen(second),
                row.get("second_by", String.class));
    }

    boolean isWhole() {
        return second != null;
    }

    boolean agrees() {
        return first.equals(second);
    }

    boolean isBy(String account) {
        return account.equals(firstBy) || account.equals(secondBy);
    }
}
