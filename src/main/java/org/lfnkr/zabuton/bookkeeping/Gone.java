package org.lfnkr.zabuton.bookkeeping;

import java.util.Map;

/**
 * What went back of a charge in all, in whatever steps.
 *
 * @param said yen of the parts from which it is known to have gone
 * @param unsaid yen of which nobody has said from which part: Stripe tells a sum only
 */
record Gone(Map<Part, Long> said, long unsaid) {

    Gone {
        said = Map.copyOf(said);
    }

    static Gone unsaid(long yen) {
        return new Gone(Map.of(), yen);
    }

    long sum() {
        return said.values().stream().mapToLong(yen -> yen).sum() + unsaid;
    }

    long from(Part part) {
        return said.getOrDefault(part, 0L);
    }
}
