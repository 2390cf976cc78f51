package org.lfnkr.zabuton.giving.pledges.form;

import org.lfnkr.zabuton.giving.pledges.GiftLimits;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.TypedNumber;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an amount: one of those offered, or another in words of one's own. */
public final class AmountReader {

    static final String AMOUNT = "amount";
    public static final String OTHER = "other";

    /** What is offered, in yen. */
    static final List<Money> OFFERED =
            List.of(Money.yen(1000), Money.yen(3000), Money.yen(5000), Money.yen(10_000));

    private static final Read MISSING = unclear(AMOUNT, "giving.amount.missing");
    private static final Read MALFORMED = unclear(OTHER, "giving.other.malformed");

    private AmountReader() {}

    /** A sum as the form holds it: one of those offered, or another; nothing for no sum. */
    static Map<String, String> typed(String yen) {
        return TypedNumber.sum(yen).map(AmountReader::typed).orElse(Map.of());
    }

    private static Map<String, String> typed(Money sum) {
        String digits = Long.toString(sum.yen());
        return OFFERED.contains(sum)
                ? Map.of(AMOUNT, digits, OTHER, "")
                : Map.of(AMOUNT, OTHER, OTHER, digits);
    }

    /** What was read. */
    public sealed interface Read {
        record Amount(Money gift) implements Read {}

        record Unclear(Problem problem) implements Read {}
    }

    /** A sum that was typed counts without its button; with another button it is unclear. */
    public static Read read(Map<String, String> typed) {
        String chosen = typed.getOrDefault(AMOUNT, "");
        String own = typed.getOrDefault(OTHER, "");
        if (own.isBlank() && !chosen.equals(OTHER)) {
            return offered(chosen).map(AmountReader::amount).orElse(MISSING);
        }
        return TypedNumber.sum(own).map(sum -> read(chosen, sum)).orElse(MALFORMED);
    }

    private static Read read(String chosen, Money own) {
        return offered(chosen)
                .filter(offered -> !offered.equals(own))
                .<Read>map(offered -> new Read.Unclear(AmountQuestion.of(offered, own)))
                .orElseGet(() -> own(own));
    }

    private static Optional<Money> offered(String chosen) {
        return OFFERED.stream()
                .filter(offered -> chosen.equals(Long.toString(offered.yen())))
                .findFirst();
    }

    private static Read amount(Money gift) {
        return new Read.Amount(gift);
    }

    private static Read own(Money gift) {
        return GiftLimits.allow(gift)
                ? new Read.Amount(gift)
                : unclear(
                        OTHER,
                        "giving.other.limits",
                        GiftLimits.LEAST.yen(),
                        GiftLimits.MOST.yen());
    }

    private static Read unclear(String field, String key, Object... arguments) {
        return new Read.Unclear(Problem.of(field, key, arguments));
    }
}
