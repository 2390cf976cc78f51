package org.lfnkr.zabuton.impact;

import org.lfnkr.zabuton.kernel.Money;

import java.util.List;

/**
 * What became of each yen that was paid, in the reader's words.
 *
 * @param parts into what the payment was parted; together what was paid
 * @param steps what happened to what was there for a purpose, in sentences: what was moved to
 *     another fund and what was bought and arrived, oldest first, and what is left
 */
public record Trail(List<Part> parts, List<String> steps) {

    /**
     * A part of the payment.
     *
     * @param came yen as they were paid
     * @param back yen of it that went back
     */
    public record Part(String name, Money came, Money back) {}

    public Trail {
        parts = List.copyOf(parts);
        steps = List.copyOf(steps);
    }

    /** What was paid. */
    public Money came() {
        return parts.stream().map(Part::came).reduce(Money.ZERO, Money::plus);
    }

    /** What of it went back. */
    public Money back() {
        return parts.stream().map(Part::back).reduce(Money.ZERO, Money::plus);
    }
}
