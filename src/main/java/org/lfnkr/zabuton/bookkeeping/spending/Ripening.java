package org.lfnkr.zabuton.bookkeeping.spending;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * How long money of a means of payment waits before it is spent, because it may be disputed.
 *
 * @param means one of {@link #MEANS}
 * @param days from the day it came, 0 to {@link #MOST}; 0 for none
 * @param from its first day in the Tokyo calendar
 */
public record Ripening(UUID id, String means, int days, LocalDate from, Bilingual reason) {

    /** As pieces of lots know it; {@code stripe} where Stripe did not say by what. */
    public static final List<String> MEANS =
            List.of("card", "konbini", "stripe", "terminal", "bank", "postal", "cash");

    public static final int MOST = 366;

    /**
     * Whether that is what counts from its day on already: of several for one day, the first.
     *
     * @param known as {@link Ripenings#all} has them
     */
    public boolean isSaid(List<Ripening> known) {
        return known.stream()
                .filter(it -> it.means.equals(means) && it.from.equals(from))
                .findFirst()
                .filter(it -> it.days == days)
                .isPresent();
    }

    /** Of the columns that drafts and versions have. */
    public static Ripening of(Readable row) {
        return new Ripening(
                Row.uuid(row, "id"),
                Row.text(row, "means"),
                Row.number(row, "days"),
                Row.day(row, "effective_from"),
                new Bilingual(Row.text(row, "reason_en"), Row.text(row, "reason_ja")));
    }
}
