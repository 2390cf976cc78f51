package org.lfnkr.zabuton.shipping;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Reads the whole tariff: a few hundred rows. */
@Repository
class ShippingStore {

    private static final String COUNTRIES = "select * from shipping.country order by code";

    private static final String ZONES = "select * from shipping.zone";

    private static final String RATES = "select * from shipping.rate";

    private static final String ZONE_OF =
            """
            select code, zone_id from shipping.prefecture
            union all
            select code, zone_id from shipping.country where zone_id is not null
            """;

    private final DatabaseClient database;

    ShippingStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Tariff> tariff() {
        return Mono.zip(countries(), rates().flatMap(this::zones), zoneOf())
                .map(all -> new Tariff(all.getT1(), all.getT2(), all.getT3()));
    }

    private Mono<List<Country>> countries() {
        return database.sql(COUNTRIES).map(Country::of).all().collectList();
    }

    private Mono<Map<UUID, List<Rate>>> rates() {
        return database.sql(RATES)
                .map(row -> Map.entry(id(row, "zone_id"), rate(row)))
                .all()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private Mono<Map<UUID, Zone>> zones(Map<UUID, List<Rate>> rates) {
        return database.sql(ZONES)
                .map(row -> Map.entry(id(row, "id"), zone(row, rates)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Map<String, UUID>> zoneOf() {
        return database.sql(ZONE_OF)
                .map(row -> Map.entry(text(row, "code"), id(row, "zone_id")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Zone zone(Readable row, Map<UUID, List<Rate>> rates) {
        Long freeFrom = row.get("free_from", Long.class);
        return new Zone(
                words(row, "name"),
                freeFrom == null ? null : Money.yen(freeFrom),
                number(row, "min_days"),
                number(row, "max_days"),
                rates.getOrDefault(id(row, "id"), List.of()));
    }

    private static Rate rate(Readable row) {
        return new Rate(
                id(row, "id"),
                number(row, "up_to_grams"),
                Money.yen(required(row.get("charge", Long.class))),
                Money.yen(required(row.get("carrier_cost", Long.class))),
                required(row.get("timed", Boolean.class)));
    }

    private static Bilingual words(Readable row, String name) {
        return new Bilingual(text(row, name + "_en"), text(row, name + "_ja"));
    }

    private static String text(Readable row, String name) {
        return required(row.get(name, String.class));
    }

    private static UUID id(Readable row, String name) {
        return required(row.get(name, UUID.class));
    }

    private static int number(Readable row, String name) {
        return required(row.get(name, Integer.class));
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
