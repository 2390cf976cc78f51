package org.lfnkr.zabuton.funds.outcomes;

import java.math.BigInteger;

/** A number of units that nothing has rounded; never below zero. */
record Fraction(BigInteger above, BigInteger below) implements Comparable<Fraction> {

    static final Fraction ZERO = of(0, 1);

    static Fraction of(long above, long below) {
        return new Fraction(BigInteger.valueOf(above), BigInteger.valueOf(below));
    }

    Fraction plus(Fraction other) {
        return new Fraction(
                above.multiply(other.below).add(other.above.multiply(below)),
                below.multiply(other.below));
    }

    Fraction times(Fraction other) {
        return new Fraction(above.multiply(other.above), below.multiply(other.below));
    }

    Fraction times(long factor) {
        return times(of(factor, 1));
    }

    Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Whole units, rounded down. */
    long floor() {
        return above.divide(below).longValueExact();
    }

    @Override
    public int compareTo(Fraction other) {
        return above.multiply(other.below).compareTo(other.above.multiply(below));
    }
}
