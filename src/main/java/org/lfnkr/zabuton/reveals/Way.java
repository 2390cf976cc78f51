package org.lfnkr.zabuton.reveals;

import java.util.Locale;

/** How something left the vault: for a while on a page, or for good on paper or in a file. */
public enum Way {
    SHOWN,
    PRINTED,
    EXPORTED;

    /** As messages know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
