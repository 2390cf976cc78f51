package org.lfnkr.zabuton.kernel;

import java.util.Locale;

/**
 * A sum in the book currency, Japanese yen. Yen have no minor unit, so there is nothing to multiply
 * by a hundred and nothing to round.
 *
 * @param yen whole yen; may be negative, for corrections
 */
public record Money(long yen) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    public static Money yen(long yen) {
        return yen == 0 ? ZERO : new Money(yen);
    }

    /**
     * @throws ArithmeticException when the sum leaves the range of a long
     */
    public Money plus(Money other) {
        return yen(Math.addExact(yen, other.yen));
    }

    /**
     * @throws ArithmeticException when the difference leaves the range of a long
     */
    public Money minus(Money other) {
        return yen(Math.subtractExact(yen, other.yen));
    }

    /**
     * @throws ArithmeticException when the product leaves the range of a long
     */
    public Money times(long factor) {
        return yen(Math.multiplyExact(yen, factor));
    }

    public Money min(Money other) {
        return yen <= other.yen ? this : other;
    }

    public Money max(Money other) {
        return yen >= other.yen ? this : other;
    }

    public boolean isZero() {
        return yen == 0;
    }

    public boolean isPositive() {
        return yen > 0;
    }

    public boolean isNegative() {
        return yen < 0;
    }

    /** As the audit trail says it: {@code ¥8,000}, the same in all languages. */
    public String inFigures() {
        return String.format(Locale.ROOT, "%s¥%,d", isNegative() ? "−" : "", Math.abs(yen));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(yen, other.yen);
    }
}
