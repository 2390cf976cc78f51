package org.lfnkr.zabuton.orders;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.shipping.Destination;

/**
 * To whom and where an order goes. It is kept in the vault only.
 *
 * @param name as it stands on the parcel and on the receipt
 * @param country ISO 3166-1 alpha-2
 * @param postalCode seven digits in Japan; as typed, or empty, elsewhere
 * @param prefecture JIS X 0401 code in Japan, null elsewhere
 * @param address what stands between postal code and name, a line each
 * @param phone or empty
 * @param message words to go with the parcel, or empty
 */
public record Delivery(
        String name,
        String country,
        String postalCode,
        @Nullable String prefecture,
        String address,
        String phone,
        String message) {

    public Destination destination() {
        return new Destination(country, prefecture);
    }

    @Override
    public String toString() {
        return "Delivery[…]";
    }
}
