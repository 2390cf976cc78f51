package org.lfnkr.zabuton.shipping;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * When somebody wishes to get a parcel.
 *
 * @param day null: any
 * @param slot null: at any hour
 */
public record DeliveryWish(@Nullable LocalDate day, @Nullable DeliverySlot slot) {

    public static final DeliveryWish NONE = new DeliveryWish(null, null);

    public boolean none() {
        return day == null && slot == null;
    }
}
