package org.lfnkr.zabuton.reveals;

import java.util.Locale;

/**
 * Why something is opened. One of a few words, and never typed: the person reads it in their own
 * language, and nobody writes a name into it.
 */
public enum Reason {
    SENDING,
    CAME_BACK,
    /** The person asked us something. */
    ASKED,
    /** Our mails don't arrive. */
    UNREACHED,
    /** A receipt is made or looked at. */
    PAPER,
    /** To find out what a payment at the bank is. */
    MATCHING,
    /** The law or an authority wants it. */
    LAW;

    /** As messages know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
