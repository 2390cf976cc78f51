package org.lfnkr.zabuton.ledger;

/**
 * What a sum is set aside for. The order of the constants is the fixed order of ties wherever yen
 * are shared out, so a new fund goes to the end.
 */
public enum Fund {
    GENERAL,
    FOOD,
    FOSTER_CHILDREN,
    CLOTHING,
    MEDICAL,
    SHELTER,
    OPERATIONS
}
