package org.lfnkr.zabuton.funds.disbursements;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the money is spent on. */
public enum Purpose {
    FOOD,
    CARE,
    CLOTHING,
    MEDICINE,
    SCHOOLING,
    SHELTER,
    TRANSPORT,
    ADMINISTRATION;

    /** As messages and forms know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for what is none. */
    public static Optional<Purpose> of(String code) {
        return Arrays.stream(values()).filter(purpose -> purpose.code().equals(code)).findFirst();
    }
}
