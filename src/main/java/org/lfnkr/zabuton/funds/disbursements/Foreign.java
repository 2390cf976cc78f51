package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.kernel.Money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What was paid in another currency. It would tell a place, so it never leaves the desk, and lies
 * in the vault.
 *
 * @param currency ISO 4217, such as {@code USD}
 * @param amount in that currency
 * @param rate yen for one of its units
 */
public record Foreign(String currency, BigDecimal amount, BigDecimal rate, RateSource source) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /**
     * Whether the yen are what amount and rate come to: to the yen, and as exactly as the rate is
     * written, for papers round it.
     */
    public boolean makes(Money yen) {
        BigDecimal slack = amount.multiply(rate.ulp()).multiply(HALF).add(BigDecimal.ONE);
        return reckoned().subtract(BigDecimal.valueOf(yen.yen())).abs().compareTo(slack) <= 0;
    }

    /** What amount and rate come to, to the yen. */
    public Money yen() {
        return Money.yen(reckoned().setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private BigDecimal reckoned() {
        return amount.multiply(rate);
    }

    /** Such as {@code USD 250.00}. */
    public String figures() {
        return currency + " " + amount.toPlainString();
    }

    /** The rate as it was typed. */
    public String rateFigures() {
        return rate.toPlainString();
    }

    /** As the vault keeps it. */
    String text() {
        return String.join(" ", currency, amount.toPlainString(), rateFigures(), source.name());
    }

    /** What {@link #text} wrote. */
    static Foreign read(String text) {
        List<String> parts = List.of(text.split(" ", -1));
        return new Foreign(
                parts.get(0),
                new BigDecimal(parts.get(1)),
                new BigDecimal(parts.get(2)),
                RateSource.valueOf(parts.get(3)));
    }

    /** Says nothing of what it is, wherever it should be printed. */
    @Override
    public String toString() {
        return "Foreign";
    }
}
