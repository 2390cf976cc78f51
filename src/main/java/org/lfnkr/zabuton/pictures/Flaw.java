package org.lfnkr.zabuton.pictures;

/** Why a file can't be drawn. */
public enum Flaw {
    /** More than {@link Redrawing#MOST_BYTES}. */
    TOO_HEAVY,
    /** Neither a JPEG nor a PNG, or not a whole one, or in colours for printing. */
    UNREADABLE,
    /** More than {@link Darkroom#MOST_PIXELS}. */
    TOO_LARGE,
    /** A side is shorter than {@link Darkroom#LEAST_SIDE}. */
    TOO_SMALL,
    /** More than three times as long as it is broad. */
    TOO_NARROW
}
