package org.lfnkr.zabuton.drills;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds any of many marks, in any {@link Encodings encoding}, in one pass: the last eight bytes are
 * looked up at each place, and only where some needle begins so is it compared whole.
 */
final class Needles {

    private static final int BEGINNING = Long.BYTES;
    private static final int FILTER_BITS = 24;

    private final Map<Long, List<Needle>> byBeginning = new HashMap<>();
    private final BitSet filter = new BitSet(1 << FILTER_BITS);

    private record Needle(String mark, byte[] bytes) {}

    Needles(Collection<String> marks) {
        for (String mark : marks) {
            Encodings.of(mark).filter(form -> !Encodings.lost(form)).forEach(f -> add(mark, f));
        }
    }

    private void add(String mark, byte[] form) {
        if (form.length < BEGINNING) {
            throw new IllegalArgumentException("Too short to look for: " + mark);
        }
        long beginning = 0;
        for (int i = 0; i < BEGINNING; i++) {
            beginning = shift(beginning, form[i]);
        }
        filter.set(slot(beginning));
        byBeginning
                .computeIfAbsent(beginning, any -> new ArrayList<>())
                .add(new Needle(mark, form));
    }

    /** The marks that are in there. */
    Set<String> in(byte[] hay) {
        Set<String> found = new HashSet<>();
        long window = 0;
        for (int i = 0; i < hay.length; i++) {
            window = shift(window, hay[i]);
            if (i >= BEGINNING - 1 && filter.get(slot(window))) {
                collect(hay, i - BEGINNING + 1, window, found);
            }
        }
        return found;
    }

    private void collect(byte[] hay, int at, long beginning, Set<String> found) {
        for (Needle needle : byBeginning.getOrDefault(beginning, List.of())) {
            int end = at + needle.bytes.length;
            if (end <= hay.length
                    && Arrays.equals(hay, at, end, needle.bytes, 0, needle.bytes.length)) {
                found.add(needle.mark);
            }
        }
    }

    private static long shift(long window, byte next) {
        return window << 8 | Byte.toUnsignedLong(next);
    }

    private static int slot(long window) {
        return (int) ((window * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - FILTER_BITS));
    }
}
