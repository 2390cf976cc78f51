package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.kernel.Language;

import java.time.LocalDate;
import java.util.function.Function;

/** How a reader is told of days. */
record Days(Language language, Function<LocalDate, String> writing) {

    String text(LocalDate day) {
        return writing.apply(day);
    }
}
