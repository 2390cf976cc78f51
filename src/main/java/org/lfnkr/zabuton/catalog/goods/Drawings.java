package org.lfnkr.zabuton.catalog.goods;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** By which names {@code catalog.knit} draws what has no photograph. */
final class Drawings {

    static final Set<String> MOTIFS =
            named(
                    "plain",
                    "garter",
                    "rib",
                    "seed",
                    "basket",
                    "stripe",
                    "check",
                    "cable",
                    "diamond",
                    "seigaiha",
                    "asanoha",
                    "grain");

    static final Set<String> SILHOUETTES =
            named(
                    "cushion",
                    "cushion-pair",
                    "coaster",
                    "blanket",
                    "scarf",
                    "pouch",
                    "hat",
                    "mitten",
                    "bag",
                    "cross",
                    "cross-standing");

    static final Set<String> COLOURS =
            named("indigo", "persimmon", "wool", "moss", "natural", "walnut");

    private Drawings() {}

    private static Set<String> named(String... names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(names)));
    }
}
