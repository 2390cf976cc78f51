package org.lfnkr.zabuton.bookkeeping;

/** Why money moved between a payer and us. */
enum MovementKind {
    CHARGE,
    REFUND,
    REFUND_FAILED,
    DISPUTE,
    /** Of money that came and of which nobody has decided. */
    HELD,
    /** No money: it was said from which parts a refund is. */
    ATTRIBUTION,
    /** No money: what was to go back and never left us is held for its payer. */
    SET_ASIDE
}
