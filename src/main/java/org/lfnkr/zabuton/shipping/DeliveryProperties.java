package org.lfnkr.zabuton.shipping;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.Map;

/**
 * What days buyers may wish for.
 *
 * @param offered how many days, from the earliest on; no more than carriers keep a parcel for
 * @param onTheWay days that a parcel takes within Japan
 * @param onTheWayTo the same to single prefectures, by their code (JIS X 0401)
 */
@ConfigurationProperties("zabuton.delivery")
record DeliveryProperties(
        @DefaultValue("7") int offered,
        @DefaultValue("2") int onTheWay,
        @DefaultValue Map<String, Integer> onTheWayTo) {

    DeliveryProperties {
        onTheWayTo = Map.copyOf(onTheWayTo);
        if (offered < 1
                || onTheWay < 1
                || onTheWayTo.values().stream().anyMatch(days -> days < 1)) {
            throw new IllegalArgumentException("zabuton.delivery: every number of days is above 0");
        }
        onTheWayTo.keySet().stream()
                .filter(code -> Prefecture.of(code).isEmpty())
                .forEach(DeliveryProperties::refuse);
    }

    private static void refuse(String code) {
        throw new IllegalArgumentException(
                "zabuton.delivery.on-the-way-to: there is no prefecture " + code);
    }
}
