package org.lfnkr.zabuton.shipping;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;

import java.util.UUID;

/** What sending a parcel costs, or why it can't be sent. */
public sealed interface ShippingQuote {

    /**
     * It can be sent.
     *
     * @param rateId the rate it was priced by
     * @param charge what the buyer pays, tax included; zero above the zone's threshold
     * @param carrierCost what the organisation pays the carrier
     * @param minDays days from the payment to the arrival at best, for goods that are in stock
     * @param maxDays days from the payment to the arrival at worst, for goods that are in stock
     * @param timed whether the carrier takes a wish for day and hours
     */
    record Quoted(
            UUID rateId,
            Bilingual zone,
            Money charge,
            Money carrierCost,
            int minDays,
            int maxDays,
            boolean timed)
            implements ShippingQuote {}

    /** It can't be sent, for a reason that can be shown to the buyer. */
    record Refused(Bilingual reason) implements ShippingQuote {}
}
