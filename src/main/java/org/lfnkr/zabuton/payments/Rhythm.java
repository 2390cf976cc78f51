package org.lfnkr.zabuton.payments;

/** How often a plan is charged. */
public enum Rhythm {
    MONTHLY,
    YEARLY
}
