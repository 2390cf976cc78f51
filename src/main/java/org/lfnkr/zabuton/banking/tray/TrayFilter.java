package org.lfnkr.zabuton.banking.tray;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Slice;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.UUID;

/**
 * Which rows are shown, as it stands in the address.
 *
 * @param show {@code all}; anything else for those of which nobody has said what they are
 * @param account the id of one; anything else for all
 * @param after the row that stood last on the page before
 */
record TrayFilter(@Nullable String show, @Nullable String account, @Nullable String after) {

    private static final UUID NOTHING = new UUID(0, 0);

    public boolean isAll() {
        return "all".equals(show);
    }

    public boolean isBegun() {
        return last().equals(NOTHING);
    }

    UUID last() {
        return Slice.id(after == null ? "" : after);
    }

    public UUID ofAccount() {
        return Slice.id(account == null ? "" : account);
    }

    boolean isOfAny() {
        return ofAccount().equals(NOTHING);
    }

    /** The same list from behind a row; from its beginning where that is null. */
    public String query(@Nullable UUID row) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        if (isAll()) {
            query.queryParam("show", "all");
        }
        if (!isOfAny()) {
            query.queryParam("account", ofAccount());
        }
        if (row != null) {
            query.queryParam("after", row);
        }
        return query.toUriString();
    }
}
