package org.lfnkr.zabuton.kernel;

import io.r2dbc.spi.Readable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** Reads columns that are declared not null; a null in one is a bug. */
public final class Row {

    private Row() {}

    public static String text(Readable row, String column) {
        return need(row, column, String.class).strip();
    }

    public static UUID uuid(Readable row, String column) {
        return need(row, column, UUID.class);
    }

    public static Money money(Readable row, String column) {
        return Money.yen(need(row, column, Long.class));
    }

    public static int number(Readable row, String column) {
        return need(row, column, Integer.class);
    }

    public static boolean flag(Readable row, String column) {
        return need(row, column, Boolean.class);
    }

    public static Instant instant(Readable row, String column) {
        return need(row, column, Instant.class);
    }

    public static long whole(Readable row, String column) {
        return need(row, column, Long.class);
    }

    public static LocalDate day(Readable row, String column) {
        return need(row, column, LocalDate.class);
    }

    /** A column of any other type. */
    public static <T> T need(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
