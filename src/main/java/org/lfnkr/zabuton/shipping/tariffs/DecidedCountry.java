package org.lfnkr.zabuton.shipping.tariffs;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.shipping.Country;

import java.util.UUID;

/**
 * What is kept about a country.
 *
 * @param zone to which it belongs, also while it is closed; null for none
 */
record DecidedCountry(Country country, @Nullable UUID zone) {

    static DecidedCountry of(Readable row) {
        return new DecidedCountry(Country.of(row), row.get("zone_id", UUID.class));
    }

    /** All that it says but about which country. */
    String value() {
        return zone + " " + country.open() + " " + country.reason();
    }
}
