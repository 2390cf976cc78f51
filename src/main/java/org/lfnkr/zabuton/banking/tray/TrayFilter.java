package org.lfnkr.zabuton.banking.tray;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Slice;
import org.springframework.web.util.UriComponentsBuilder;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Which rows are shown, as it stands in the address.
 *
 * @param show {@code all}; anything else for those of which nobody has said what they are
 * @param account the id of one; anything else for all
 * @param age how many days old they are at least; anything else than {@link #AGES} for any
 * @param after the row that stood last on the page before
 */
record TrayFilter(
        @Nullable String show,
        @Nullable String account,
        @Nullable String age,
        @Nullable String after) {

    /** Ages that are asked for, in days. */
    public static final List<Integer> AGES = List.of(7, 30, 90);

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

    /** At least, in days; 0 for any. */
    public int days() {
        return AGES.stream().filter(it -> it.toString().equals(age)).findFirst().orElse(0);
    }

    /** The last day that is shown. */
    LocalDate until(LocalDate today) {
        return days() == 0 ? LocalDate.of(9999, 1, 1) : today.minusDays(days());
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
        if (days() > 0) {
            query.queryParam("age", days());
        }
        if (row != null) {
            query.queryParam("after", row);
        }
        return query.toUriString();
    }
}
