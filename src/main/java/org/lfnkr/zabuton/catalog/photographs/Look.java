package org.lfnkr.zabuton.catalog.photographs;

/** What became of a picture that somebody looked at. */
public enum Look {
    /** Everybody may see it. */
    SHOWN,
    /** Nobody will. */
    REFUSED,
    /** Nothing has changed: who brought it can't be who lets it pass. */
    OWN,
    /** Nothing has changed: it isn't there, or somebody has looked before. */
    BEFORE
}
