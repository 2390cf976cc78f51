package org.lfnkr.zabuton.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a file is opened: one of a few words, and never typed. */
public enum OpenReason {
    /** What is booked is compared with it. */
    COMPARING,
    /** A blackened picture of it is made or looked at. */
    BLACKENING,
    /** An auditor asks. */
    AUDIT,
    /** The law or an authority wants it. */
    LAW;

    /** As forms and messages know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<OpenReason> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
