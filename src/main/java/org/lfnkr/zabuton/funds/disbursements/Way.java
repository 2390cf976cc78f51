package org.lfnkr.zabuton.funds.disbursements;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the money leaves the country. Certified organisations report each remittance and each sum
 * that is carried abroad, whatever its size, once a year (Act on Promotion of Specified Non-profit
 * Activities, art. 54 paragraph 2).
 */
public enum Way {
    HOME,
    /** Sent abroad. */
    SENT,
    /** Taken abroad in cash. */
    CARRIED;

    /** As messages and forms know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for what is none. */
    public static Optional<Way> of(String code) {
        return Arrays.stream(values()).filter(way -> way.code().equals(code)).findFirst();
    }
}
