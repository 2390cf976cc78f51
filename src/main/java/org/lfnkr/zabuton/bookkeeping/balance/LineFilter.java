package org.lfnkr.zabuton.bookkeeping.balance;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.balance.LineKind;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.Arrays;

/**
 * Which lines are shown, as it stands in the address.
 *
 * @param show {@code all}; anything else for those that are not explained
 * @param kind the name of a kind; anything else for all
 * @param after the line that stood last on the page before
 */
record LineFilter(@Nullable String show, @Nullable String kind, @Nullable String after) {

    public boolean isAll() {
        return "all".equals(show);
    }

    /** Empty where none is chosen. */
    public String chosen() {
        return kind != null
                        && Arrays.stream(LineKind.values()).anyMatch(it -> it.name().equals(kind))
                ? kind
                : "";
    }

    public boolean isBegun() {
        return last().isEmpty();
    }

    String last() {
        return after == null ? "" : after;
    }

    /** The same list from behind a line; from its beginning where that is empty. */
    public String query(String line) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        if (isAll()) {
            query.queryParam("show", "all");
        }
        if (!chosen().isEmpty()) {
            query.queryParam("kind", chosen());
        }
        if (!line.isEmpty()) {
            query.queryParam("after", "{line}");
        }
        return query.encode().buildAndExpand(line).toUriString();
    }
}
