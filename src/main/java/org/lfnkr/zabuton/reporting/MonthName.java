package org.lfnkr.zabuton.reporting;

import org.lfnkr.zabuton.kernel.Language;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A month as people call it. */
final class MonthName {

    private static final DateTimeFormatter JA =
            DateTimeFormatter.ofPattern("uuuu年M月", Locale.JAPANESE);
    private static final DateTimeFormatter EN =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private MonthName() {}

    static String of(YearMonth month, Language language) {
        return month.format(language == Language.JA ? JA : EN);
    }
}
