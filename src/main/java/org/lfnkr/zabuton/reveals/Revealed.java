package org.lfnkr.zabuton.reveals;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a reader sees of a record, and who has looked at it.
 *
 * @param looks the latest first
 * @param kept false where nothing is kept of the person, who is unknown or erased
 */
public record Revealed(Matter matter, List<Field> fields, List<Look> looks, boolean kept) {

    public Revealed {
        fields = List.copyOf(fields);
        looks = List.copyOf(looks);
    }

    /**
     * One part of it.
     *
     * @param until when it is masked again; null where it is masked
     * @param seconds how long that is from now; none where it is masked
     * @param lines none where it is masked, or the person is erased
     */
    public record Field(
            Part part, @Nullable Instant until, long seconds, List<Masked.Opened> lines) {

        public Field {
            lines = List.copyOf(lines);
        }
    }

    /** After how many seconds the first of what is open is masked again; zero where nothing is. */
    public long masksAfter() {
        return fields.stream()
                .filter(field -> !field.lines().isEmpty())
                .mapToLong(Field::seconds)
                .min()
                .orElse(0);
    }

    /** For the form that opens something: the same form twice is one trace. */
    public UUID next() {
        return UUID.randomUUID();
    }
}
