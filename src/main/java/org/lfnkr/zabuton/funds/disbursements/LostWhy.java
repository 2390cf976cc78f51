package org.lfnkr.zabuton.funds.disbursements;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why what was to come back will not. */
public enum LostWhy {
    /** The banks on the way can't find it, or kept it. */
    BANK,
    /** Who was paid does not give it back. */
    PAYEE;

    /** Kind of the approval that a second person signs for it; its subject is the return. */
    public static final String KIND = "funds.return-lost";

    /** As messages and forms know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for what is none. */
    public static Optional<LostWhy> of(String code) {
        return Arrays.stream(values()).filter(why -> why.code().equals(code)).findFirst();
    }
}
