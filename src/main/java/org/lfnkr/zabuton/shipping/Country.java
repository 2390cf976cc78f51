package org.lfnkr.zabuton.shipping;

import com.ibm.icu.text.Collator;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Row;

import java.util.Comparator;
import java.util.Optional;

/**
 * A country the organisation has decided about.
 *
 * @param code ISO 3166-1 alpha-2
 * @param open whether parcels go there now
 * @param reason why not, where it is closed
 */
public record Country(String code, Bilingual name, boolean open, @Nullable Bilingual reason) {

    public Country {
        if (!open && reason == null) {
            throw new IllegalArgumentException("A closed country says why: " + code);
        }
    }

    /** From a row of {@code shipping.country}. */
    public static Country of(Readable row) {
        String code = Row.text(row, "code");
        boolean open = Row.flag(row, "open");
        return new Country(
                code,
                CountryNames.of(code),
                open,
                open
                        ? null
                        : new Bilingual(Row.text(row, "reason_en"), Row.text(row, "reason_ja")));
    }

    /** The code of the country that is called so, in either language and any case. */
    public static Optional<String> named(String name) {
        return CountryNames.codeOf(name);
    }

    /** What people call a country, also one that nobody has decided about. */
    public static Bilingual nameOf(String code) {
        return CountryNames.of(code);
    }

    public Bilingual continent() {
        return CountryNames.continent(code);
    }

    /** By continent, then by name as readers of that language sort. */
    public static Comparator<Country> byContinent(Language language) {
        return Comparator.comparing((Country it) -> CountryNames.placeOfContinent(it.code()))
                .thenComparing(order(language));
    }

    /** Japan first, then by name as readers of that language sort. */
    public static Comparator<Country> order(Language language) {
        Collator collator = Collator.getInstance(language.locale());
        return Comparator.comparing((Country it) -> !it.code().equals(Destination.JAPAN))
                .thenComparing(it -> it.name().in(language), collator::compare);
    }
}
