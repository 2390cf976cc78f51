package org.lfnkr.zabuton.kernel;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.stream.Collector;

/** One of what several have, where that of all is asked for by one statement. */
public record Owned<K, V>(K owner, V value) {

    /** What each has, in the order in which it came; whoever has nothing is not in it. */
    public static <K, V> Collector<Owned<K, V>, ?, Map<K, List<V>>> byOwner() {
        return groupingBy(Owned::owner, mapping(Owned::value, toList()));
    }
}
