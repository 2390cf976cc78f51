package org.lfnkr.zabuton.catalog;

import java.util.UUID;

/** Which variant: the thing that has a price, a weight and a stock. */
public record VariantId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
