package org.lfnkr.zabuton.orders.pieces;

import java.util.Locale;

/** What becomes of pieces whose money goes back, as somebody says who has looked. */
public enum PieceFate {
    /** They came back as new. */
    SHELF,
    /** They came back, and can't be sold again. */
    DAMAGED,
    /** They never left us. */
    NOT_SENT,
    /** The buyer keeps them, or they are lost. */
    KEPT,
    /** They are expected, and looked at when they come. */
    AWAITED,
    /** They came back with a return, and what became of them was said then. */
    RETURNED;

    /** Whether they can be sold again. */
    public boolean isForSale() {
        return this == SHELF || this == NOT_SENT;
    }

    /** As messages know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
