package org.lfnkr.zabuton.orders;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Money;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Reads columns that are declared not null; a null in one is a bug. */
final class Row {

    private Row() {}

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column).strip();
    }

    static UUID uuid(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, UUID.class), column);
    }

    static Money money(Readable row, String column) {
        return Money.yen(Objects.requireNonNull(row.get(column, Long.class), column));
    }

    static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class), column);
    }

    static boolean flag(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Boolean.class), column);
    }

    static Instant instant(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Instant.class), column);
    }
}
