package org.lfnkr.zabuton.stock;

import org.lfnkr.zabuton.catalog.VariantId;

import java.util.Map;

/** Whether all the wanted pieces are held; there is no partial hold. */
public sealed interface ReservationResult {

    /** Every line is held, by this call or by an earlier one of the same holder. */
    record Reserved() implements ReservationResult {}

    /**
     * Nothing is held.
     *
     * @param available for each variant that fell short, how many pieces can be had
     */
    record OutOfStock(Map<VariantId, Integer> available) implements ReservationResult {

        public OutOfStock {
            available = Map.copyOf(available);
        }
    }
}
