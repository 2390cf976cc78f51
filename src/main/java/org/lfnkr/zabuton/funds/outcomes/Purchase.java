package org.lfnkr.zabuton.funds.outcomes;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a disbursement bought, as it stands.
 *
 * @param outcome the code of what was bought
 * @param units as they were noted, for {@code yen}
 * @param kept yen of it that have not come back
 * @param unbought units that were not supplied
 * @param missing units that were bought and will never arrive
 * @param delivered units that have arrived
 */
record Purchase(
        UUID disbursement,
        String outcome,
        long units,
        Money yen,
        Money kept,
        long unbought,
        long missing,
        long delivered,
        LocalDate boughtOn) {

    static Purchase of(Readable row) {
        return new Purchase(
                Row.uuid(row, "disbursement"),
                Row.text(row, "outcome"),
                Row.whole(row, "units"),
                Row.money(row, "yen"),
                Row.money(row, "kept"),
                Row.whole(row, "unbought"),
                Row.whole(row, "missing"),
                Row.whole(row, "delivered"),
                Row.day(row, "bought_on"));
    }

    /** Units that are bought for good. */
    public long bought() {
        return units - unbought;
    }

    /** Units of which nobody knows yet whether they arrive. */
    public long awaited() {
        return bought() - missing - delivered;
    }

    /**
     * Units, as a fraction, that a part of its money has bought. Where some of the money came back,
     * the rest buys no more than is left, and no more for a yen than before.
     */
    Fraction boughtWith(Money share) {
        if (kept.isZero() || bought() == 0) {
            return Fraction.ZERO;
        }
        Fraction noted = Fraction.of(units, yen.yen());
        Fraction now = Fraction.of(bought(), kept.yen());
        return noted.min(now).times(share.yen());
    }

    /** Of these, what has arrived or may still arrive. */
    Fraction expectedWith(Money share) {
        return part(share, bought() - missing);
    }

    /** Of these, what has arrived. */
    Fraction deliveredWith(Money share) {
        return part(share, delivered);
    }

    private Fraction part(Money share, long of) {
        return bought() == 0 ? Fraction.ZERO : boughtWith(share).times(Fraction.of(of, bought()));
    }
}
