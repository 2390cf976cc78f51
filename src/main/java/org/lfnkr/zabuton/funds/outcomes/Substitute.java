package org.lfnkr.zabuton.funds.outcomes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What came in the place of what was bought, as a kind. */
enum Substitute {
    OTHER_STAPLE,
    OTHER_FOOD,
    OTHER_CARE,
    OTHER_GOODS;

    /** As messages and forms know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Substitute> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
