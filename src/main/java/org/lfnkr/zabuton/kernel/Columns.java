package org.lfnkr.zabuton.kernel;

import org.jspecify.annotations.Nullable;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row for a function of the database that writes rows of several tables at once, and takes each
 * as JSON under the names of its columns.
 */
public final class Columns {

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    public Columns with(String column, @Nullable Object value) {
        values.put(column, asJson(value));
        return this;
    }

    private static @Nullable Object asJson(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Money money -> money.yen();
            case Number number -> number;
            case Boolean flag -> flag;
            case byte[] bytes -> "\\x" + HexFormat.of().formatHex(bytes);
            default -> value.toString();
        };
    }

    /** To be written as JSON. */
    public Map<String, @Nullable Object> values() {
        return values;
    }
}
