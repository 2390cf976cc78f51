package org.lfnkr.zabuton.shipping.tariffs;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.UUID;

/**
 * Changes the tariff, at once: who is at the checkout is told the new price before they pay, and
 * what was ordered keeps the old one. A rate never changes under its id, so that an order's rate
 * says for good what it was.
 */
@Service
class Tariffs {

    private final TariffStore store;
    private final AuditTrail audit;

    Tariffs(TariffStore store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    Flux<ListedZone> zones() {
        return store.zones();
    }

    /** Empty where there is no such zone. */
    Mono<ListedZone> zone(UUID id) {
        return store.zones().filter(zone -> zone.id().equals(id)).next();
    }

    Flux<RateDraft> rates(UUID zone) {
        return store.rates(zone);
    }

    /** Codes of the prefectures that belong to a zone. */
    Flux<String> prefectures(UUID zone) {
        return store.prefectures(zone);
    }

    /** How many of Japan's 47 prefectures belong to some zone. */
    Mono<Integer> reached() {
        return store.reached();
    }

    /** Adds the zone, or changes the one of that id. */
    @Transactional
    Mono<Void> set(UUID zone, ZoneDraft draft, String actor) {
        return store.set(zone, draft)
                .then(audit.record(actor, "shipping.zone-set", zone.toString(), ""));
    }

    /** In the place of the one for the same weight, where there is one. */
    @Transactional
    Mono<Void> set(UUID zone, RateDraft rate, String actor) {
        String what =
                "%d g: %s / %s"
                        .formatted(
                                rate.upToGrams(),
                                rate.charge().inFigures(),
                                rate.carrierCost().inFigures());
        return store.removeRate(zone, rate.upToGrams())
                .then(store.add(zone, rate))
                .then(audit.record(actor, "shipping.rate-set", zone.toString(), what));
    }

    /**
     * @return false where there was none for that weight
     */
    @Transactional
    Mono<Boolean> removeRate(UUID zone, int upToGrams, String actor) {
        return store.removeRate(zone, upToGrams)
                .delayUntil(
                        removed ->
                                removed
                                        ? audit.record(
                                                actor,
                                                "shipping.rate-removed",
                                                zone.toString(),
                                                upToGrams + " g")
                                        : Mono.empty());
    }

    /** These prefectures belong to the zone, and leave any other; those not named leave it. */
    @Transactional
    Mono<Void> cover(UUID zone, Collection<String> prefectures, String actor) {
        String what = String.join(" ", prefectures);
        return store.cover(zone, prefectures)
                .then(audit.record(actor, "shipping.prefectures-set", zone.toString(), what));
    }

    @Transactional
    Mono<Void> decide(CountryDraft country, String actor) {
        String act = country.open() ? "shipping.country-opened" : "shipping.country-closed";
        return store.decide(country).then(audit.record(actor, act, country.code(), ""));
    }
}
