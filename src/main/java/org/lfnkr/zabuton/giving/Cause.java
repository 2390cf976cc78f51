package org.lfnkr.zabuton.giving;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.content.GiftPurpose;
import org.lfnkr.zabuton.ledger.Fund;

import java.util.Arrays;
import java.util.Optional;

/** What can be given for; the first is what is asked for by itself. */
public enum Cause {
    FOSTER_CHILDREN(Fund.FOSTER_CHILDREN, GiftPurpose.FOSTER_CHILDREN, "care"),
    FOOD(Fund.FOOD, GiftPurpose.FOOD, "rice"),
    GENERAL(Fund.GENERAL, GiftPurpose.GENERAL, null);

    private final Fund fund;
    private final GiftPurpose purpose;
    private final @Nullable String outcome;

    Cause(Fund fund, GiftPurpose purpose, @Nullable String outcome) {
        this.fund = fund;
        this.purpose = purpose;
        this.outcome = outcome;
    }

    public static Optional<Cause> of(String code) {
        return Arrays.stream(values()).filter(cause -> cause.code().equals(code)).findFirst();
    }

    /**
     * @throws IllegalArgumentException where gifts are never taken for this fund
     */
    public static Cause of(Fund fund) {
        return Arrays.stream(values())
                .filter(cause -> cause.fund.equals(fund))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No gifts are for " + fund));
    }

    /** As forms and messages know it, such as {@code foster-children}. */
    public String code() {
        return purpose.code();
    }

    public Fund fund() {
        return fund;
    }

    public GiftPurpose purpose() {
        return purpose;
    }

    /** The outcome in the price book that says what a gift could do; empty where none does. */
    public Optional<String> outcome() {
        return Optional.ofNullable(outcome);
    }
}
