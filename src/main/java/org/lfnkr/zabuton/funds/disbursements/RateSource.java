package org.lfnkr.zabuton.funds.disbursements;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What paper says the rate. */
public enum RateSource {
    /** The bank's advice of the transfer. */
    BANK,
    /** The statement of the card. */
    CARD,
    /** The slip of an exchange office. */
    EXCHANGE,
    /** The rate that customs publish for the week. */
    CUSTOMS;

    /** As messages and forms know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for what is none. */
    public static Optional<RateSource> of(String code) {
        return Arrays.stream(values()).filter(source -> source.code().equals(code)).findFirst();
    }
}
