package org.lfnkr.zabuton.shipping;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.LocaleDisplayNames.DialectHandling;
import com.ibm.icu.util.ULocale;

import org.lfnkr.zabuton.kernel.Bilingual;

/** The names of countries as ICU gives them. */
final class CountryNames {

    private static final LocaleDisplayNames ENGLISH = names(ULocale.ENGLISH);
    private static final LocaleDisplayNames JAPANESE = names(ULocale.JAPANESE);

    private CountryNames() {}

    static Bilingual of(String code) {
        return new Bilingual(ENGLISH.regionDisplayName(code), JAPANESE.regionDisplayName(code));
    }

    private static LocaleDisplayNames names(ULocale locale) {
        return LocaleDisplayNames.getInstance(locale, DialectHandling.STANDARD_NAMES);
    }
}
