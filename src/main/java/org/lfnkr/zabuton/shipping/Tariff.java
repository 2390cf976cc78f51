package org.lfnkr.zabuton.shipping;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.shipping.ShippingQuote.Refused;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * All countries, zones and rates, as read at one moment.
 *
 * @param zoneOf the zone of a country abroad (by its letters) or of a prefecture (by its digits)
 */
record Tariff(List<Country> countries, Map<UUID, Zone> zones, Map<String, UUID> zoneOf) {

    Tariff {
        countries = List.copyOf(countries);
        zones = Map.copyOf(zones);
        zoneOf = Map.copyOf(zoneOf);
    }

    ShippingQuote quote(Destination destination, Parcel parcel) {
        return countries.stream()
                .filter(country -> country.code().equals(destination.country()))
                .findFirst()
                .map(country -> quote(country, destination, parcel))
                .orElseGet(() -> new Refused(Refusals.UNKNOWN_COUNTRY));
    }

    private ShippingQuote quote(Country country, Destination destination, Parcel parcel) {
        if (!country.open()) {
            return new Refused(Objects.requireNonNull(country.reason()));
        }
        Zone zone = zone(destination);
        return zone == null ? new Refused(Refusals.UNKNOWN_PREFECTURE) : zone.quote(parcel);
    }

    private @Nullable Zone zone(Destination destination) {
        String place = destination.isJapan() ? destination.prefecture() : destination.country();
        UUID zone = place == null ? null : zoneOf.get(place);
        return zone == null ? null : zones.get(zone);
    }
}
