package org.lfnkr.zabuton.impact;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;

/**
 * What a fund still needs, and where a gift for it goes now.
 *
 * @param rule in force
 * @param received what has come to the fund since its target counts, less what went back, in yen
 */
public record FundNeed(FundTarget rule, Money received) {

    /** Of how many steps the public picture is made: no single gift can be read from it. */
    public static final int STEPS = 20;

    public FundNeed {
        if (rule.isEnd()) {
            throw new IllegalArgumentException("An end needs nothing");
        }
    }

    /** Where gifts for the fund go once it is full or closed. */
    public Fund instead() {
        Fund instead = rule.instead();
        if (instead == null) {
            throw new IllegalStateException("Only an end has none");
        }
        return instead;
    }

    /** Zero where there is no target. */
    public Money target() {
        FundTarget.Need need = rule.need();
        return need == null ? Money.ZERO : need.yen();
    }

    public boolean hasTarget() {
        return rule.need() != null;
    }

    public boolean isFull() {
        return hasTarget() && received.compareTo(target()) >= 0;
    }

    /** Whether a gift that arrives now goes to the fund that it names. */
    public boolean takes() {
        return !rule.closed() && !isFull();
    }

    /** The fund to which a gift that arrives now goes. */
    public Fund goesTo() {
        return takes() ? rule.fund() : instead();
    }

    /** In yen, never below zero. */
    public Money remaining() {
        return target().minus(received).max(Money.ZERO);
    }

    /** How many of {@value #STEPS} steps are there, rounded down. */
    public int steps() {
        return hasTarget() ? (int) Math.clamp(stepsOf(received), 0, STEPS) : 0;
    }

    private long stepsOf(Money sum) {
        return Math.floorDiv(sum.times(STEPS).yen(), target().yen());
    }

    /** What everybody may read of what was received: whole steps, in yen. */
    public Money shown() {
        return Money.yen(Math.floorDiv(target().times(steps()).yen(), STEPS));
    }

    /** What everybody may read of what is missing; together with {@link #shown} the target. */
    public Money shownRemaining() {
        return target().minus(shown());
    }

    /** {@code open}, {@code full} or {@code closed}; names messages. */
    public String state() {
        return rule.closed() ? "closed" : isFull() ? "full" : "open";
    }

    /** The rule of a fund; null where none is in force. */
    static @Nullable FundNeed of(FundTarget rule, Money received) {
        return rule.isEnd() ? null : new FundNeed(rule, received);
    }
}
