package org.lfnkr.zabuton.shipping.tariffs;

import static java.util.stream.Collectors.toUnmodifiableSet;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.web.FormReader;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What was decided about a country.
 *
 * @param code ISO 3166-1 alpha-2
 * @param zone null for Japan, whose zones are those of its prefectures
 * @param reason why no parcels go there; null where they do
 */
record CountryDraft(String code, @Nullable UUID zone, @Nullable Bilingual reason) {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());
    private static final Set<String> STATES = Set.of("open", "closed");
    private static final int LONGEST = 300;

    boolean open() {
        return reason == null;
    }

    /**
     * A closed country keeps its zone, for the day on which it opens again.
     *
     * @param zones all there are
     */
    static CountryDraft read(FormReader reader, Collection<UUID> zones) {
        String code = reader.choice("country", CODES);
        String state = reader.choice("state", STATES);
        UUID zone = Destination.JAPAN.equals(code) ? null : zone(reader, zones);
        return new CountryDraft(
                code, zone, state.equals("closed") ? reader.words("reason", LONGEST) : null);
    }

    private static @Nullable UUID zone(FormReader reader, Collection<UUID> zones) {
        Set<String> ids = zones.stream().map(UUID::toString).collect(toUnmodifiableSet());
        String chosen = reader.choice("zone", ids);
        return ids.contains(chosen) ? UUID.fromString(chosen) : null;
    }

    /** In no order. */
    static Stream<String> codes() {
        return CODES.stream();
    }
}
