package org.lfnkr.zabuton.counter.tray;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;

import java.util.List;
import java.util.Locale;

/**
 * How far the counting of a tray has come. What should be in it is told to nobody before two people
 * have found the same.
 *
 * @param expected yen: the change that it began with, and the cash of all sales that hold
 * @param rounds all that were counted, the last one last
 * @param difference null while nobody has said why there is one in the last round
 */
public record TrayStanding(
        Money expected, List<TrayCount> rounds, @Nullable Difference difference) {

    public TrayStanding {
        rounds = List.copyOf(rounds);
    }

    /** What somebody can do about it next. */
    public enum Step {
        COUNT,
        /** The two before differed. */
        COUNT_AGAIN,
        /** They have counted; somebody else must, too. */
        WAIT_FOR_SECOND,
        SAY_WHY,
        AGREE,
        /** They have said why; the other must agree. */
        WAIT_FOR_OTHER,
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

        /**
         * Both found the same, and it is not what it should be: whoever can't wait for the two, who
         * may be gone, counts anew with somebody else.
         */
        public boolean canCountAnew() {
            return this == SAY_WHY
                    || this == AGREE
                    || this == WAIT_FOR_OTHER
                    || this == WAIT_FOR_COUNTERS;
        }

        boolean mayCount() {
            return isCount() || canCountAnew();
        }
    }

    /** Null before the first count. */
    public @Nullable TrayCount last() {
        return rounds.isEmpty() ? null : rounds.getLast();
    }

    /** Those that came to nothing, the first one first. */
    public List<TrayCount> earlier() {
        return rounds.stream().limit(Math.max(0, rounds.size() - 1)).toList();
    }

    public Step next(String account) {
        TrayCount last = last();
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
        return difference.statedBy().equals(account) ? Step.WAIT_FOR_OTHER : Step.AGREE;
    }

    /** What both have found; null while they have not. */
    public @Nullable Money counted() {
        TrayCount last = last();
        return last != null && last.agrees() ? last.first() : null;
    }

    /** Above zero where there is too much; zero while nobody knows. */
    public Money off() {
        Money counted = counted();
        return counted == null ? Money.ZERO : counted.minus(expected);
    }

    /** Both have found the same, and agree why it is not what it should be. */
    public boolean isSettled() {
        return counted() != null && (off().isZero() || difference != null && difference.isAgreed());
    }

    /** What was found stays with those who found it until all is settled: others may count anew. */
    public boolean isToldTo(String account) {
        TrayCount last = last();
        return isSettled() || counted() != null && last != null && last.isBy(account);
    }

    /** The last one's number; 0 before the first. */
    int round() {
        TrayCount last = last();
        return last == null ? 0 : last.round();
    }

    /** The number of the round to which the next count belongs. */
    public int nextRound() {
        TrayCount last = last();
        return last == null || last.isWhole() ? round() + 1 : round();
    }
}
