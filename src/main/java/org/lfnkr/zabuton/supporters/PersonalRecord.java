package org.lfnkr.zabuton.supporters;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that is kept about somebody: an order, a gift, a consent.
 *
 * @param fields by name, in the order to be read; texts, texts in both languages, {@link Word}s,
 *     numbers, {@link Money}, {@link LocalDate} and {@link Instant}
 */
public record PersonalRecord(Map<String, Object> fields) {

    public PersonalRecord {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        fields.values().forEach(PersonalRecord::check);
    }

    /**
     * One of a few fixed words.
     *
     * @param code in the file to take away
     * @param key of the message on the page
     * @param amount that the message may name; null where there is none
     */
    public record Word(String code, String key, @Nullable Money amount) {

        public Word(String code, String key) {
            this(code, key, null);
        }
    }

    private static void check(Object value) {
        switch (value) {
            case String text -> {}
            case Bilingual words -> {}
            case Word word -> {}
            case Integer number -> {}
            case Long number -> {}
            case Boolean flag -> {}
            case Money money -> {}
            case LocalDate day -> {}
            case Instant time -> {}
            default -> throw new IllegalArgumentException("Nobody can read " + value.getClass());
        }
    }

    public static Builder with(String name, @Nullable Object value) {
        return new Builder().and(name, value);
    }

    /** Collects the fields. */
    public static final class Builder {

        private final Map<String, Object> fields = new LinkedHashMap<>();

        private Builder() {}

        /** Null and empty texts are left out. */
        public Builder and(String name, @Nullable Object value) {
            if (value != null && !value.equals("")) {
                fields.put(name, value);
            }
            return this;
        }

        public PersonalRecord build() {
            return new PersonalRecord(fields);
        }
    }

    @Override
    public String toString() {
        return "PersonalRecord[…]";
    }
}
