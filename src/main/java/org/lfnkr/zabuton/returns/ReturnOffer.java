package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.orders.SoldLine;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What of an order its buyer may ask to give back now.
 *
 * @param unanswered whether they asked already, and nobody has answered
 * @param exhausted whether they asked as often as anybody may
 */
public record ReturnOffer(List<Line> lines, boolean unanswered, boolean exhausted) {

    static final ReturnOffer NOTHING = new ReturnOffer(List.of(), false, false);

    public ReturnOffer {
        lines = List.copyOf(lines);
    }

    /**
     * A line of the order.
     *
     * @param most how many of its pieces
     * @param lastDay until when; long ago where none was sent
     */
    public record Line(SoldLine line, int most, LocalDate lastDay) {

        /** Of the field of its pieces. */
        public String field() {
            return "pieces-" + line.variant().value();
        }
    }

    /** Of which something may come back. */
    public List<Line> open() {
        return lines.stream().filter(line -> line.most() > 0).toList();
    }

    /** Whether the buyer may ask now. */
    public boolean asks() {
        return !unanswered && !exhausted && !open().isEmpty();
    }

    /** Until when something may be asked; empty where nothing may. */
    public Optional<LocalDate> lastDay() {
        return open().stream().map(Line::lastDay).max(Comparator.naturalOrder());
    }
}
