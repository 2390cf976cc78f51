package org.lfnkr.zabuton.funds.prices;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.impact.Outcome;
import org.lfnkr.zabuton.impact.PriceVersion;
import org.lfnkr.zabuton.impact.PriceVersion.Claim;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * How an outcome's claim stands on a day.
 *
 * @param versions its own, the latest first, and of two for a day first the one that counts
 */
record Standing(Outcome outcome, List<PriceVersion> versions, LocalDate today) {

    Standing {
        versions = List.copyOf(versions);
    }

    /** The version whose first day has come last; it may be an end, or have outlived its ground. */
    Optional<PriceVersion> inForce(LocalDate day) {
        return versions.stream().filter(it -> !it.from().isAfter(day)).findFirst();
    }

    /** What is claimed today; null for nothing. */
    public @Nullable PriceVersion claimed() {
        return inForce(today).filter(it -> holds(it, today)).orElse(null);
    }

    private static boolean holds(PriceVersion version, LocalDate day) {
        Claim claim = version.claim();
        return claim != null && !claim.on().isAfter(day) && !claim.until().isBefore(day);
    }

    /**
     * The last day on which something can be claimed though nobody decided that it ends; empty
     * where nothing was ever claimed, and where two people decided on the end.
     */
    Optional<LocalDate> silentAfter() {
        return inForce(today).flatMap(this::lastOf);
    }

    private Optional<LocalDate> lastOf(PriceVersion version) {
        Claim claim = version.claim();
        if (claim == null) {
            return Optional.empty();
        }
        Optional<PriceVersion> next = after(version.from(), claim.until().plusDays(1));
        return next.isPresent() ? next.flatMap(this::lastOf) : Optional.of(claim.until());
    }

    /** The next one that begins, no later than a day. */
    private Optional<PriceVersion> after(LocalDate from, LocalDate latest) {
        return versions.reversed().stream()
                .filter(it -> it.from().isAfter(from) && !it.from().isAfter(latest))
                .findFirst()
                .flatMap(it -> inForce(it.from()));
    }

    /** Days until it falls silent, below zero once it has; empty where it doesn't by itself. */
    public Optional<Long> daysLeft() {
        return silentAfter().map(last -> ChronoUnit.DAYS.between(today, last));
    }

    /** Whether it belongs into a queue. */
    boolean isIn(Ending ending) {
        return daysLeft().filter(ending::has).isPresent();
    }

    /** {@code now}, {@code to-come}, {@code over}, {@code past} or {@code ended}. */
    public String state(PriceVersion version) {
        if (version.from().isAfter(today)) {
            return replaced(version) ? "past" : "to-come";
        }
        if (inForce(today).filter(version::equals).isEmpty()) {
            return "past";
        }
        return version.claim() == null ? "ended" : holds(version, today) ? "now" : "over";
    }

    /** Whether another one counts on its first day. */
    private boolean replaced(PriceVersion version) {
        return inForce(version.from()).filter(version::equals).isEmpty();
    }
}
