package org.lfnkr.zabuton.impact;

/** How far an impact has come; the grammar of each statement follows it. */
public enum ImpactState {
    /** Not paid yet. */
    COULD_FUND,
    /** The money is there. */
    FUNDS,
    /** Purchases of some of it are booked, and money for more is there. */
    PARTLY_BOUGHT,
    /** Purchases of all of it are booked. */
    BOUGHT,
    /** Some of what was bought has arrived; more of it, or more purchases, are to come. */
    PARTLY_DELIVERED,
    /** What was bought has arrived. */
    DELIVERED,
    /** Less than what was funded could be bought or delivered. */
    FELL_SHORT;

    /** Whether all is spent that is there for it, and what was bought is known. */
    public boolean isBought() {
        return this == BOUGHT || this == DELIVERED || this == FELL_SHORT;
    }
}
