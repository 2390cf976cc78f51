package org.lfnkr.zabuton.reporting;

import java.util.HashSet;
import java.util.Set;

/**
 * Whose money a sum is, as far as it matters: at least {@link #LEAST}, or these few.
 *
 * @param few by what number each is told from the others, where they are fewer; none where they are
 *     enough
 */
record Givers(boolean enough, Set<Long> few) {

    /** Of how many a sum has to be, so that nobody can be told by it. */
    static final int LEAST = 5;

    static final Givers NONE = new Givers(false, Set.of());
    static final Givers MANY = new Givers(true, Set.of());

    Givers {
        few = Set.copyOf(few);
    }

    static Givers of(Set<Long> all) {
        return all.size() >= LEAST ? MANY : new Givers(false, all);
    }

    /** Who gives twice is one. */
    Givers and(Givers other) {
        if (enough || other.enough) {
            return MANY;
        }
        Set<Long> all = new HashSet<>(few);
        all.addAll(other.few);
        return of(all);
    }
}
