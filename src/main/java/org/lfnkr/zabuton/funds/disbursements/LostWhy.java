package org.lfnkr.zabuton.funds.disbursements;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why what was to come back will not. */
public enum LostWhy {
    /** The banks on the way can't find it, or kept it. */
    BANK,
    /** Who was paid does not give it back. */
    PAYEE,
    /** The row of the bank that was taken for it is of something else. */
    OTHER_ROW;

    /** Kind of the approval that a second person signs for it; its subject is the return. */
    public static final String KIND = "funds.return-lost";

    /** As messages and forms know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What may be the reason: of what no row has brought, or of what one has. */
    public static List<LostWhy> of(Return back) {
        return back.hasArrived() ? List.of(OTHER_ROW) : List.of(BANK, PAYEE);
    }

    /** Empty for what is none. */
    public static Optional<LostWhy> of(String code) {
        return Arrays.stream(values()).filter(why -> why.code().equals(code)).findFirst();
    }
}
