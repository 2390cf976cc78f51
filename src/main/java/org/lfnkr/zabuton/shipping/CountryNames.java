package org.lfnkr.zabuton.shipping;

import static com.ibm.icu.text.DisplayContext.LENGTH_FULL;
import static com.ibm.icu.text.DisplayContext.LENGTH_SHORT;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import com.ibm.icu.util.ULocale;

import org.lfnkr.zabuton.kernel.Bilingual;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of countries as ICU gives them, as people use them from day to day. */
final class CountryNames {

    /** Where the short name is not what people look for in a list. */
    private static final Set<String> IN_FULL = Set.of("BA", "GB", "PS", "SH");

    /** As the United Nations number them (M.49), in the order in which they are shown. */
    private static final List<String> CONTINENTS = List.of("142", "150", "019", "009", "002");

    private static final LocaleDisplayNames ENGLISH = names(ULocale.ENGLISH, LENGTH_SHORT);
    private static final LocaleDisplayNames JAPANESE = names(ULocale.JAPANESE, LENGTH_SHORT);
    private static final LocaleDisplayNames FULL_ENGLISH = names(ULocale.ENGLISH, LENGTH_FULL);
    private static final LocaleDisplayNames FULL_JAPANESE = names(ULocale.JAPANESE, LENGTH_FULL);

    private static final Map<String, String> CODES =
            Stream.of(Locale.getISOCountries())
                    .flatMap(CountryNames::named)
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));

    private CountryNames() {}

    private static Stream<Map.Entry<String, String>> named(String code) {
        return Stream.of(ENGLISH, JAPANESE, FULL_ENGLISH, FULL_JAPANESE)
                .map(names -> Map.entry(folded(names.regionDisplayName(code)), code));
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    static Optional<String> codeOf(String name) {
        return Optional.ofNullable(CODES.get(folded(name)));
    }

    static Bilingual of(String code) {
        return IN_FULL.contains(code)
                ? words(FULL_ENGLISH, FULL_JAPANESE, code)
                : words(ENGLISH, JAPANESE, code);
    }

    /** Where the country's continent stands in a list of them. */
    static int placeOfContinent(String code) {
        return CONTINENTS.indexOf(continentCode(code));
    }

    static Bilingual continent(String code) {
        return words(FULL_ENGLISH, FULL_JAPANESE, continentCode(code));
    }

    private static String continentCode(String code) {
        return Region.getInstance(code).getContainingRegion(RegionType.CONTINENT).toString();
    }

    private static Bilingual words(LocaleDisplayNames en, LocaleDisplayNames ja, String code) {
        return new Bilingual(en.regionDisplayName(code), ja.regionDisplayName(code));
    }

    private static LocaleDisplayNames names(ULocale locale, DisplayContext length) {
        return LocaleDisplayNames.getInstance(locale, DisplayContext.STANDARD_NAMES, length);
    }
}
