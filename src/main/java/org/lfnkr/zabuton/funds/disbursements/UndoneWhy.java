package org.lfnkr.zabuton.funds.disbursements;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why what was said to stay in the fund is taken from it again. */
public enum UndoneWhy {
    /** The bank's row was of something else. */
    OTHER_ROW,
    /** The sum was misread. */
    MISREAD;

    /** As messages and forms know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for what is none. */
    public static Optional<UndoneWhy> of(String code) {
        return Arrays.stream(values()).filter(why -> why.code().equals(code)).findFirst();
    }
}
