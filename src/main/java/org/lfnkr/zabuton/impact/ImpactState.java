package org.lfnkr.zabuton.impact;

/** How far an impact has come; the grammar of each statement follows it. */
public enum ImpactState {
    /** Not paid yet. */
    COULD_FUND,
    /** The money is there. */
    FUNDS,
    /** The purchase is booked. */
    BOUGHT,
    /** What was bought has arrived. */
    DELIVERED,
    /** Less than what was funded could be bought or delivered. */
    FELL_SHORT
}
