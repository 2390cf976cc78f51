package org.lfnkr.zabuton.payments.plans;

import org.lfnkr.zabuton.kernel.BusinessDate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
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
public record Cycle(Instant anchor, Rhythm rhythm) {

    /** The middle of a day in Tokyo, when it is the same day in UTC. */
    private static final LocalTime NOON = LocalTime.NOON;

    /** Between these, a charge is due and is made on one and the same day in Tokyo and in UTC. */
    private static final LocalTime EARLIEST = LocalTime.of(9, 0);

    private static final LocalTime LATEST = LocalTime.of(23, 0);

    /** A charge lies as a draft for an hour after it is due, before any money is taken. */
    private static final Duration DRAFT = Duration.ofHours(1);

    /**
     * The days of a plan that is counted from a day in Tokyo. What begins near midnight there is
     * charged at noon, since Stripe would count other days.
     *
     * @param begun at what time of the day Stripe would charge
     */
    static Cycle inTokyo(LocalDate first, Instant begun, Rhythm rhythm) {
        LocalTime time = LocalTime.ofInstant(begun, BusinessDate.TOKYO);
        boolean steady = !time.isBefore(EARLIEST) && time.isBefore(LATEST);
        return new Cycle(onDay(first, steady ? time : NOON), rhythm);
    }

    /** When a charge is due that is to be made on this day in Tokyo. */
    public static Instant on(LocalDate day) {
        return onDay(day, NOON);
    }

    private static Instant onDay(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(BusinessDate.TOKYO).toInstant();
    }

    /** When money is taken for what is due then; near midnight in Tokyo that is the next day. */
    public static Instant taken(Instant due) {
        return due.plus(DRAFT);
    }

    /** The first day that is not before this moment. */
    public Instant next(Instant moment) {
        return at(index(moment));
    }

    /**
     * The day that comes so many periods after the first that is not before this moment.
     *
     * @param periods 0 is that day itself
     */
    public Instant after(Instant moment, int periods) {
        return at(index(moment) + periods);
    }

    /** The day of this cycle that is meant by one that Stripe counts a little otherwise. */
    Instant nearest(Instant moment) {
        Instant after = next(moment);
        Instant before = at(Math.max(0, index(moment) - 1));
        Duration since = Duration.between(before, moment).abs();
        return Duration.between(moment, after).compareTo(since) <= 0 ? after : before;
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
