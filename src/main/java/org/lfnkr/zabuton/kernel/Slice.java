package org.lfnkr.zabuton.kernel;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * As much of a list as a page shows, of one that may grow without end. Where it goes on is told by
 * its last item (keyset), so that nothing is shown twice or left out while the list grows.
 *
 * @param more whether the list goes on
 */
public record Slice<T>(List<T> items, boolean more) {

    /** On one page. */
    public static final int SIZE = 20;

    /** One more than are shown: it tells whether the list goes on. */
    public static final int ASKED = SIZE + 1;

    /** As many digits as any number has. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private static final UUID NOTHING = new UUID(0, 0);

    /**
     * @param found the first of what is to come, up to {@link #ASKED}
     */
    public static <T> Slice<T> of(List<T> found) {
        boolean more = found.size() > SIZE;
        return new Slice<>(more ? List.copyOf(found.subList(0, SIZE)) : found, more);
    }

    /**
     * Of a list that was read anyway.
     *
     * @param last the id of the item before; where none has it, the list begins
     */
    public static <T, K> Slice<T> of(List<T> all, Function<T, K> id, K last) {
        List<K> ids = all.stream().map(id).toList();
        int from = ids.indexOf(last) + 1;
        return of(all.subList(from, Math.min(all.size(), from + ASKED)));
    }

    /** The id in an address; one that nothing has where that is none. */
    public static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException noId) {
            return NOTHING;
        }
    }

    /**
     * The number of an item in an address.
     *
     * @param begin what it is where that is none, and the list begins
     */
    public static long number(String typed, long begin) {
        return NUMBER.matcher(typed).matches() ? Long.parseLong(typed) : begin;
    }

    public <R> Slice<R> with(List<R> others) {
        return new Slice<>(others, more);
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** After which the list goes on. */
    public T last() {
        return items.getLast();
    }
}
