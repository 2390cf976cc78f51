package org.lfnkr.zabuton.giving.web;

import org.lfnkr.zabuton.giving.GiftLimits;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;

import java.util.List;
import java.util.Map;

/** Reads an amount: one of those offered, or another in words of one's own. */
final class AmountReader {

    static final String AMOUNT = "amount";
    static final String OTHER = "other";

    /** What is offered, in yen. */
    static final List<Money> OFFERED =
            List.of(Money.yen(1000), Money.yen(3000), Money.yen(5000), Money.yen(10_000));

    /** Longer than any sum that can be given. */
    private static final int LONGEST_SUM = 9;

    private AmountReader() {}

    /** A sum as the form holds it: one of those offered, or another; nothing for no sum. */
    static Map<String, String> typed(String yen) {
        String digits = Typed.digits(yen);
        if (digits.isEmpty()) {
            return Map.of();
        }
        boolean offered = OFFERED.contains(sum(digits));
        return offered ? Map.of(AMOUNT, digits, OTHER, "") : Map.of(AMOUNT, OTHER, OTHER, digits);
    }

    /** What was read. */
    sealed interface Read {
        record Amount(Money gift) implements Read {}

        record Unclear(Problem problem) implements Read {}
    }

    /** A sum that was typed counts without its button; with another button it is unclear. */
    static Read read(Map<String, String> typed) {
        String chosen = typed.getOrDefault(AMOUNT, "");
        String own = typed.getOrDefault(OTHER, "");
        if (chosen.equals(OTHER) || (chosen.isEmpty() && !own.isBlank())) {
            return own(Typed.digits(own));
        }
        return OFFERED.stream()
                .filter(offered -> chosen.equals(Long.toString(offered.yen())))
                .findFirst()
                .map(offered -> offered(offered, Typed.digits(own)))
                .orElseGet(() -> unclear(AMOUNT, "giving.amount.missing"));
    }

    private static Read offered(Money offered, String own) {
        return own.isEmpty() || own.equals(Long.toString(offered.yen()))
                ? new Read.Amount(offered)
                : unclear(AMOUNT, "giving.amount.two", offered.yen(), sum(own).yen());
    }

    private static Read own(String digits) {
        if (digits.isEmpty()) {
            return unclear(OTHER, "giving.other.malformed");
        }
        Money gift = sum(digits);
        return GiftLimits.allow(gift)
                ? new Read.Amount(gift)
                : unclear(
                        OTHER,
                        "giving.other.limits",
                        GiftLimits.LEAST.yen(),
                        GiftLimits.MOST.yen());
    }

    private static Money sum(String digits) {
        return Money.yen(digits.length() > LONGEST_SUM ? 999_999_999 : Long.parseLong(digits));
    }

    private static Read unclear(String field, String key, Object... arguments) {
        return new Read.Unclear(Problem.of(field, key, arguments));
    }
}
