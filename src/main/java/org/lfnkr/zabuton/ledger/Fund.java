package org.lfnkr.zabuton.ledger;

/**
 * What a sum is set aside for: a row of {@code ledger.fund}, which keeps its names, its restriction
 * and whether it may be overdrawn. Named here are only those that the code itself must know.
 *
 * <p>Funds are ordered by their codes, which is the fixed order of ties wherever yen are shared
 * out.
 *
 * @param code as the database knows it, such as {@code FOSTER_CHILDREN}
 */
public record Fund(String code) implements Comparable<Fund> {

    /** Where it is needed most, as the statutes allow. */
    public static final Fund GENERAL = new Fund("GENERAL");

    public static final Fund FOOD = new Fund("FOOD");

    public static final Fund FOSTER_CHILDREN = new Fund("FOSTER_CHILDREN");

    /** The organisation's own work: it bears fees and costs, and alone may be overdrawn. */
    public static final Fund OPERATIONS = new Fund("OPERATIONS");

    public Fund {
        Codes.check(code);
    }

    @Override
    public int compareTo(Fund other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
