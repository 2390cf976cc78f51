package org.lfnkr.zabuton.papers;

import java.util.List;
import java.util.stream.Stream;

/** How the lines of a long table fall on pages. */
public final class Lines {

    /** So many lines go over to the next page with the total, which never stands there alone. */
    private static final int LAST = 3;

    private Lines() {}

    /** The lines, and apart from them the last ones, to be printed together with the total. */
    public static <T> List<List<T>> grouped(List<T> lines) {
        int cut = Math.max(0, lines.size() - LAST);
        return Stream.of(lines.subList(0, cut), lines.subList(cut, lines.size()))
                .filter(group -> !group.isEmpty())
                .toList();
    }
}
