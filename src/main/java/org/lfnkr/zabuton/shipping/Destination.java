package org.lfnkr.zabuton.shipping;

import org.jspecify.annotations.Nullable;

/**
 * Where a parcel goes.
 *
 * @param country ISO 3166-1 alpha-2, such as {@code JP}
 * @param prefecture JIS X 0401, such as {@code 13}; needed within Japan only
 */
public record Destination(String country, @Nullable String prefecture) {

    static final String JAPAN = "JP";

    public static Destination japan(Prefecture prefecture) {
        return new Destination(JAPAN, prefecture.code());
    }

    boolean isJapan() {
        return country.equals(JAPAN);
    }
}
