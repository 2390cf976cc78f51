package org.lfnkr.zabuton.shipping;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;

import java.util.Optional;

/**
 * Where a parcel goes.
 *
 * @param country ISO 3166-1 alpha-2, such as {@code JP}
 * @param prefecture JIS X 0401, such as {@code 13}; needed within Japan only
 */
public record Destination(String country, @Nullable String prefecture) {

    public static final String JAPAN = "JP";

    public static Destination japan(Prefecture prefecture) {
        return new Destination(JAPAN, prefecture.code());
    }

    /** What {@link #place} says; empty for anything else. */
    public static Optional<Destination> of(String place) {
        if (place.startsWith(JAPAN + "-")) {
            return Prefecture.of(place.substring(JAPAN.length() + 1)).map(Destination::japan);
        }
        return Optional.of(place)
                .filter(code -> code.matches("[A-Z]{2}") && !code.equals(JAPAN))
                .map(code -> new Destination(code, null));
    }

    /** As forms and cookies carry it: {@code JP-13} or a country's code. */
    public String place() {
        return prefecture == null ? country : country + "-" + prefecture;
    }

    /** Its name: of the prefecture within Japan, of the country elsewhere. */
    public Bilingual words() {
        return Optional.ofNullable(prefecture)
                .flatMap(Prefecture::of)
                .map(Prefecture::words)
                .orElseGet(() -> CountryNames.of(country));
    }

    boolean isJapan() {
        return country.equals(JAPAN);
    }
}
