package org.lfnkr.zabuton.desk;

/** The entries of the desk's menu, in their order; each has pages of its own. */
public enum DeskEntry {
    /** What is to be done. */
    TODAY,
    /** Goods and who buys them. */
    SHOP,
    GIVING,
    /** What came, what went back, and the books. */
    MONEY,
    /** What the money has made possible. */
    OUTCOMES,
    /** What has happened in a while. */
    REPORTS,
    /** What the shop says. */
    WORDS,
    /** People, doors and machines. */
    HOUSE
}
