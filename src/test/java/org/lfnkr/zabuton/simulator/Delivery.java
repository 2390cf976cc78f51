package org.lfnkr.zabuton.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One attempt, made or to be made, to bring an event to an endpoint. */
record Delivery(String eventId, String endpointId, Instant due, int attempt, long sequence)
        implements Comparable<Delivery> {

    /** Stripe goes on for three days in live mode. */
    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1),
                    Duration.ofHours(3),
                    Duration.ofHours(6),
                    Duration.ofHours(12),
                    Duration.ofHours(24),
                    Duration.ofHours(24));

    boolean mayRetry() {
        return attempt < PAUSES.size();
    }

    Delivery retry(Instant now, long nextSequence) {
        return new Delivery(
                eventId, endpointId, now.plus(PAUSES.get(attempt)), attempt + 1, nextSequence);
    }

    @Override
    public int compareTo(Delivery other) {
        int byTime = due.compareTo(other.due);
        return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
    }
}
