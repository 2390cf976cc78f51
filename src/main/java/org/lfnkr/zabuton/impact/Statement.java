package org.lfnkr.zabuton.impact;

import static org.lfnkr.zabuton.impact.Correction.Step.BOUGHT;
import static org.lfnkr.zabuton.impact.Correction.Step.DELIVERED;
import static org.lfnkr.zabuton.impact.Correction.Step.EXPECTED;

import org.lfnkr.zabuton.kernel.Money;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What has been said about the impact of an order or a gift.
 *
 * @param price the version fixed at the sale
 * @param paid whether the money is there; what became of it then is told by its progress
 * @param money what the statement speaks of: the estimate before the payment, lots after it
 */
record Statement(UUID subject, OutcomePrice price, boolean paid, Money money, Progress progress) {

    /** Before anything is bought. */
    Statement(UUID subject, OutcomePrice price, boolean paid, Money money) {
        this(subject, price, paid, money, Progress.NONE);
    }

    long units() {
        return price.unitsFor(money);
    }

    Statement funded(Money claimable) {
        return new Statement(subject, price, true, claimable.max(Money.ZERO), progress);
    }

    Statement followed(Progress now) {
        return new Statement(subject, price, paid, money, now);
    }

    ImpactStory story(List<Correction> corrections) {
        return paid
                ? ImpactStory.followed(price, money, progress, corrections)
                : new ImpactStory(ImpactState.COULD_FUND, price, money, corrections);
    }

    /**
     * What must be put right in public when purchases or deliveries read differently than before.
     * That something was bought or has arrived is a step and no correction.
     */
    List<Correction> correctionsOf(Progress earlier, Cause cause, Instant at) {
        return Stream.of(
                        new Correction(at, earlier.bought(), progress.bought(), BOUGHT, cause),
                        new Correction(
                                at, earlier.expected(), progress.expected(), EXPECTED, cause),
                        new Correction(
                                at, earlier.delivered(), progress.delivered(), DELIVERED, cause))
                .filter(it -> it.isDown() || (it.before() != it.after() && cause != Cause.STEP))
                .filter(it -> it.step() != EXPECTED || progress.missing() != earlier.missing())
                .toList();
    }

    /**
     * What must be put right in public when this statement takes the place of an earlier one. That
     * more is funded than was first estimated needs no correction; whatever changes later does.
     */
    Optional<Correction> correctionOf(Statement earlier, Cause cause, Instant at) {
        boolean corrects = earlier.paid() ? units() != earlier.units() : units() < earlier.units();
        return corrects
                ? Optional.of(new Correction(at, earlier.units(), units(), cause))
                : Optional.empty();
    }
}
