package org.lfnkr.zabuton.payments;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.LongStream;

/**
 * The days on which Stripe charges. Each is counted from the anchor, in UTC: what began on the 31st
 * is charged on the last day of a shorter month, and on the 31st again after it.
 *
 * @see <a href="https://docs.stripe.com/billing/subscriptions/billing-cycle">Stripe: billing
 *     cycle</a>
 */
record Cycle(Instant anchor, Rhythm rhythm) {

    /** A charge lies as a draft for an hour after it is due, before any money is taken. */
    private static final Duration DRAFT = Duration.ofHours(1);

    /** When money is taken for what is due then; near midnight in Tokyo that is the next day. */
    static Instant taken(Instant due) {
        return due.plus(DRAFT);
    }

    /** The first day that is not before this moment. */
    Instant next(Instant moment) {
        return at(index(moment));
    }

    /**
     * The day that comes so many periods after the first that is not before this moment.
     *
     * @param periods 0 is that day itself
     */
    Instant after(Instant moment, int periods) {
        return at(index(moment) + periods);
    }

    private long index(Instant moment) {
        long begun = unit().between(begin(), moment.atOffset(ZoneOffset.UTC).toLocalDateTime());
        return LongStream.iterate(Math.max(0, begun), index -> index + 1)
                .filter(index -> !at(index).isBefore(moment))
                .findFirst()
                .orElseThrow();
    }

    /**
     * @param index 0 is the beginning
     */
    Instant at(long index) {
        return begin().plus(index, unit()).toInstant(ZoneOffset.UTC);
    }

    private LocalDateTime begin() {
        return anchor.atOffset(ZoneOffset.UTC).toLocalDateTime();
    }

    private ChronoUnit unit() {
        return switch (rhythm) {
            case MONTHLY -> ChronoUnit.MONTHS;
            case YEARLY -> ChronoUnit.YEARS;
        };
    }
}
