package org.lfnkr.zabuton.kernel;

import io.r2dbc.spi.Readable;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Reads columns that are declared not null; a null in one is a bug. */
public final class Row {

    private Row() {}

    public static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column).strip();
    }

    public static UUID uuid(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, UUID.class), column);
    }

    public static Money money(Readable row, String column) {
        return Money.yen(Objects.requireNonNull(row.get(column, Long.class), column));
    }

    public static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class), column);
    }

    public static boolean flag(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Boolean.class), column);
    }

    public static Instant instant(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Instant.class), column);
    }
}
