package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;
import java.util.List;

/**
 * What the slip in a parcel says. Nobody's name stands on it, but for that of a buyer who wishes
 * it.
 *
 * @param words that the buyer wrote to go with it; or empty
 * @param toAnother whether somebody else gets it than who ordered it
 * @param from whose name goes with it; or empty
 * @param wish when it is to arrive; or empty
 * @param replaces whether it goes in the place of what came back
 * @param customs none inside Japan
 */
record Slip(
        String reference,
        LocalDate day,
        List<PaperLine> lines,
        String words,
        boolean toAnother,
        String from,
        String wish,
        boolean replaces,
        List<CustomsLine> customs) {

    Slip {
        lines = List.copyOf(lines);
        customs = List.copyOf(customs);
    }

    public int pieces() {
        return lines.stream().mapToInt(PaperLine::quantity).sum();
    }

    public Money value() {
        return customs.stream().map(CustomsLine::value).reduce(Money.ZERO, Money::plus);
    }

    /** Of everything whose weight is known. */
    public int grams() {
        return customs.stream().mapToInt(CustomsLine::grams).sum();
    }

    @Override
    public String toString() {
        return "Slip[" + reference + "]";
    }
}
