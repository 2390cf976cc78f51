package org.lfnkr.zabuton.funds.disbursements;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of payee gets the money. Who it is, and where, is kept nowhere. */
public enum PayeeKind {
    SHOP,
    CLINIC,
    SCHOOL,
    HOUSING,
    TRANSPORT,
    /** An organisation that buys on the spot. */
    PARTNER,
    OTHER;

    /** As messages and forms know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for what is none. */
    public static Optional<PayeeKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
