package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.catalog.VariantId;

import java.util.Map;

/**
 * Pieces of an order that came back with returns, were looked at, and whose money is still here.
 *
 * @param reason why, as {@code refunds.reason} of the messages knows it; empty where nothing came
 */
public record CameBack(Map<VariantId, Integer> pieces, String reason) {

    public static final CameBack NOTHING = new CameBack(Map.of(), "");

    public CameBack {
        pieces = Map.copyOf(pieces);
    }

    int of(VariantId variant) {
        return pieces.getOrDefault(variant, 0);
    }
}
