package org.lfnkr.zabuton.impact;

/** Why what is said of units changes. */
public enum Cause {
    /** Something was bought, or has arrived: no correction. */
    STEP,
    /** Money went back to whoever had paid it, or did not go after all. */
    MONEY,
    /** Money went back to whoever had paid it, and less is there for the purpose. */
    PAID_BACK,
    /** Money was moved to another fund, and less is there for the purpose. */
    TRANSFERRED,
    /** A purchase came back, in whole or in part. */
    RETURN,
    /** The seller could not supply it. */
    NOT_SUPPLIED,
    SPOILED,
    LOST,
    /** Something else came instead. */
    INSTEAD;

    /** As messages know it. */
    public String code() {
        return Words.code(this);
    }
}
