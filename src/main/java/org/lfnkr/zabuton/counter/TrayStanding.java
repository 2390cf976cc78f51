package org.lfnkr.zabuton.counter;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;

import java.util.Locale;

/**
 * How far the counting of a tray has come. What should be in it is told to nobody before two people
 * have found the same.
 *
 * @param expected yen: the change that it began with, and the cash of all sales that hold
 * @param last null before the first count
 * @param difference null while nobody has said why there is one
 */
record TrayStanding(Money expected, @Nullable TrayCount last, @Nullable Difference difference) {

    /** What somebody can do about it next. */
    enum Step {
        COUNT,
        /** The two before differed. */
        COUNT_AGAIN,
        /** They have counted; somebody else must, too. */
        WAIT_FOR_SECOND,
        SAY_WHY,
        AGREE,
        /** Those who counted must say why, or agree. */
        WAIT_FOR_COUNTERS,
        SETTLED;

        /** As messages know it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public boolean isCount() {
            return this == COUNT || this == COUNT_AGAIN;
        }
    }

    Step next(String account) {
        if (last == null) {
            return Step.COUNT;
        }
        if (!last.isWhole()) {
            return last.isBy(account) ? Step.WAIT_FOR_SECOND : Step.COUNT;
        }
        return last.agrees() ? settle(last, account) : Step.COUNT_AGAIN;
    }

    private Step settle(TrayCount count, String account) {
        if (isSettled()) {
            return Step.SETTLED;
        }
        if (!count.isBy(account)) {
            return Step.WAIT_FOR_COUNTERS;
        }
        if (difference == null) {
            return Step.SAY_WHY;
        }
        return difference.statedBy().equals(account) ? Step.WAIT_FOR_COUNTERS : Step.AGREE;
    }

    /** What both have found; null while they have not. */
    public @Nullable Money counted() {
        return last != null && last.agrees() ? last.first() : null;
    }

    /** Above zero where there is too much; zero while nobody knows. */
    public Money off() {
        Money counted = counted();
        return counted == null ? Money.ZERO : counted.minus(expected);
    }

    /** Both have found the same, and agree why it is not what it should be. */
    boolean isSettled() {
        return counted() != null && (off().isZero() || difference != null && difference.isAgreed());
    }

    int nextRound() {
        return last == null ? 1 : last.round() + (last.isWhole() ? 1 : 0);
    }
}
