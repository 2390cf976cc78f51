package org.lfnkr.zabuton.counter.tray;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Row;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a tray holds other than it should.
 *
 * @param agreedBy null until the other who counted agrees
 */
record Difference(Ground ground, String statedBy, @Nullable String agreedBy) {

    /** A list and no text, so that nobody is named. */
    enum Ground {
        /** Somebody got too much or too little change. */
        CHANGE,
        /** Something was sold or given and not noted. */
        UNNOTED,
        MISSING,
        UNKNOWN;

        /** As forms, messages and the database know it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Ground> of(String code) {
            return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
        }
    }

    static Difference of(Readable row) {
        return new Difference(
                Ground.valueOf(Row.text(row, "ground").toUpperCase(Locale.ROOT)),
                Row.text(row, "stated_by"),
                row.get("agreed_by", String.class));
    }

    boolean isAgreed() {
        return agreedBy != null;
    }
}
