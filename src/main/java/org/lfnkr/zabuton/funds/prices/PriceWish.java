package org.lfnkr.zabuton.funds.prices;

import org.lfnkr.zabuton.evidence.SealResult.Sealed;
import org.lfnkr.zabuton.impact.Outcome;
import org.lfnkr.zabuton.impact.PriceVersion;
import org.lfnkr.zabuton.impact.PriceVersion.Claim;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A price as it was typed, of which the evidence still has to be sealed.
 *
 * @param from first day
 * @param on day of the evidence
 * @param until its last day
 */
record PriceWish(
        UUID id,
        Outcome outcome,
        long yen,
        long units,
        LocalDate from,
        LocalDate on,
        LocalDate until,
        String ground) {

    PriceVersion sealed(Sealed file) {
        Claim claim = new Claim(yen, units, on, until, file.id().value(), file.sha256());
        return new PriceVersion(id, outcome, from, claim, ground, null);
    }
}
