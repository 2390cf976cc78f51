package org.lfnkr.zabuton.impact;

import org.lfnkr.zabuton.kernel.Money;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What has been said about the impact of an order or a gift.
 *
 * @param price the version fixed at the sale
 * @param money what the statement speaks of: the estimate before the payment, lots after it
 */
record Statement(UUID subject, OutcomePrice price, ImpactState state, Money money) {

    long units() {
        return price.unitsFor(money);
    }

    Statement funded(Money claimable) {
        return new Statement(subject, price, ImpactState.FUNDS, claimable.max(Money.ZERO));
    }

    /**
     * What must be put right in public when this statement takes the place of an earlier one. That
     * more is funded than was first estimated needs no correction; whatever changes later does.
     */
    Optional<Correction> correctionOf(Statement earlier, Instant at) {
        boolean corrects =
                earlier.state() == ImpactState.COULD_FUND
                        ? units() < earlier.units()
                        : units() != earlier.units();
        return corrects
                ? Optional.of(new Correction(at, earlier.units(), units()))
                : Optional.empty();
    }
}
