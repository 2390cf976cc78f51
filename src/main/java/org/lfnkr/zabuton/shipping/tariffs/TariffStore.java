package org.lfnkr.zabuton.shipping.tariffs;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.UUID;

/** The tariff's rows; every node reads the tariff anew when one of them has changed. */
@Repository
class TariffStore {

    private static final String ZONES =
            """
            select z.id, z.name_en, z.name_ja, z.free_from, z.min_days, z.max_days,
                (select count(*) from shipping.rate r where r.zone_id = z.id)::int as rates,
                ((select count(*) from shipping.prefecture p where p.zone_id = z.id)
                    + (select count(*) from shipping.country c where c.zone_id = z.id))::int as places
            from shipping.zone z order by z.min_days, z.max_days, z.id
            """;

    private static final String RATES =
            """
            select up_to_grams, charge, carrier_cost, timed from shipping.rate
            where zone_id = :zone order by up_to_grams
            """;

    private static final String SET_ZONE =
            """
            insert into shipping.zone (id, name_en, name_ja, free_from, min_days, max_days)
            values (:id, :nameEn, :nameJa, :freeFrom, :minDays, :maxDays)
            on conflict (id) do update set name_en = excluded.name_en, name_ja = excluded.name_ja,
                free_from = excluded.free_from, min_days = excluded.min_days, max_days = excluded.max_days
            """;

    private static final String ADD_RATE =
            """
            insert into shipping.rate (id, zone_id, up_to_grams, charge, carrier_cost, timed)
            values (:id, :zone, :grams, :charge, :cost, :timed)
            """;

    private static final String LEAVE =
            """
            delete from shipping.prefecture where zone_id = :zone and code <> all (cast(:codes as text[]))
            """;

    private static final String JOIN =
            """
            insert into shipping.prefecture (code, zone_id)
            select p.code, :zone from unnest(cast(:codes as text[])) as p (code)
            on conflict (code) do update set zone_id = excluded.zone_id
            """;

    private static final String DECIDE =
            """
            insert into shipping.country (code, zone_id, open, reason_en, reason_ja)
            values (:code, :zone, :open, :reasonEn, :reasonJa)
            on conflict (code) do update set zone_id = excluded.zone_id, open = excluded.open,
                reason_en = excluded.reason_en, reason_ja = excluded.reason_ja
            """;

    private final DatabaseClient database;

    TariffStore(DatabaseClient database) {
        this.database = database;
    }

    /** Nobody else changes the zone until this is over; empty where there is none. */
    Mono<UUID> lock(UUID zone) {
        return database.sql("select id from shipping.zone where id = :id for update")
                .bind("id", zone)
                .mapValue(UUID.class)
                .one();
    }

    /** Those that are reached first before the others. */
    Flux<ListedZone> zones() {
        return database.sql(ZONES).map(TariffStore::zone).all();
    }

    /** By weight. */
    Flux<RateDraft> rates(UUID zone) {
        return database.sql(RATES).bind("zone", zone).map(TariffStore::rate).all();
    }

    /** Codes of the prefectures that belong to a zone. */
    Flux<String> prefectures(UUID zone) {
        return database.sql("select code from shipping.prefecture where zone_id = :zone")
                .bind("zone", zone)
                .mapValue(String.class)
                .all();
    }

    /** How many of Japan's prefectures belong to some zone. */
    Mono<Integer> reached() {
        return database.sql("select count(*)::int from shipping.prefecture")
                .mapValue(Integer.class)
                .one();
    }

    Mono<Void> set(UUID zone, ZoneDraft draft) {
        Money free = draft.freeFrom();
        return database.sql(SET_ZONE)
                .bind("id", zone)
                .bind("nameEn", draft.name().en())
                .bind("nameJa", draft.name().ja())
                .bind(
                        "freeFrom",
                        Parameter.fromOrEmpty(free == null ? null : free.yen(), Long.class))
                .bind("minDays", draft.minDays())
                .bind("maxDays", draft.maxDays())
                .then();
    }

    Mono<Void> add(UUID zone, RateDraft rate) {
        return database.sql(ADD_RATE)
                .bind("id", UUID.randomUUID())
                .bind("zone", zone)
                .bind("grams", rate.upToGrams())
                .bind("charge", rate.charge().yen())
                .bind("cost", rate.carrierCost().yen())
                .bind("timed", rate.timed())
                .then();
    }

    /** Whether there was one for parcels up to that weight. */
    Mono<Boolean> removeRate(UUID zone, int upToGrams) {
        return database.sql(
                        "delete from shipping.rate where zone_id = :zone and up_to_grams = :grams")
                .bind("zone", zone)
                .bind("grams", upToGrams)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** These prefectures and no others belong to the zone. */
    Mono<Void> cover(UUID zone, Collection<String> codes) {
        return covering(LEAVE, zone, codes).then().then(covering(JOIN, zone, codes).then());
    }

    private GenericExecuteSpec covering(String sql, UUID zone, Collection<String> codes) {
        return database.sql(sql).bind("zone", zone).bind("codes", codes.toArray(String[]::new));
    }

    /** What was decided about countries, as it is kept and not as a node remembers it. */
    Flux<DecidedCountry> countries() {
        return database.sql("select * from shipping.country").map(DecidedCountry::of).all();
    }

    /** Nobody else decides about that country until this is over. */
    Mono<Void> lock(String country) {
        return database.sql("select code from shipping.country where code = :code for update")
                .bind("code", country)
                .then();
    }

    Mono<Void> decide(CountryDraft country) {
        Bilingual reason = country.reason();
        return database.sql(DECIDE)
                .bind("code", country.code())
                .bind("zone", Parameter.fromOrEmpty(country.zone(), UUID.class))
                .bind("open", country.open())
                .bind("reasonEn", text(reason == null ? null : reason.en()))
                .bind("reasonJa", text(reason == null ? null : reason.ja()))
                .then();
    }

    private static Parameter text(@Nullable String text) {
        return Parameter.fromOrEmpty(text, String.class);
    }

    private static ListedZone zone(Readable row) {
        Long free = row.get("free_from", Long.class);
        return new ListedZone(
                Row.uuid(row, "id"),
                new Bilingual(Row.text(row, "name_en"), Row.text(row, "name_ja")),
                free == null ? null : Money.yen(free),
                Row.number(row, "min_days"),
                Row.number(row, "max_days"),
                Row.number(row, "rates"),
                Row.number(row, "places"));
    }

    private static RateDraft rate(Readable row) {
        return new RateDraft(
                Row.number(row, "up_to_grams"),
                Money.yen(Row.whole(row, "charge")),
                Money.yen(Row.whole(row, "carrier_cost")),
                Row.flag(row, "timed"));
    }
}
