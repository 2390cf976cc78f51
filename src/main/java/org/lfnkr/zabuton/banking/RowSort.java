package org.lfnkr.zabuton.banking;

import java.util.Locale;

/** What a bank's own code says of a row. */
public enum RowSort {
    TRANSFER,
    CASH,
    FEE,
    INTEREST,
    DIRECT_DEBIT,
    /** Takes an earlier row back. */
    CANCELLED,
    OTHER;

    /** As messages know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
