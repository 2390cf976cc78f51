package org.lfnkr.zabuton.shipping.tariffs;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.kernel.Seen;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
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

    @Transactional
    Mono<Void> add(UUID zone, ZoneDraft draft, String actor) {
        return note(zone, draft, actor);
    }

    /**
     * @param seen the zone as its form was opened ({@link Seen})
     * @return false where somebody else has changed it since
     */
    @Transactional
    Mono<Boolean> change(UUID zone, ZoneDraft draft, String seen, String actor) {
        return store.lock(zone)
                .then(zone(zone))
                .map(now -> !Seen.isOver(seen, now.draft().values()))
                .delayUntil(same -> same ? note(zone, draft, actor) : Mono.empty());
    }

    private Mono<Void> note(UUID zone, ZoneDraft draft, String actor) {
        return store.set(zone, draft)
                .then(audit.record(actor, "shipping.zone-set", zone.toString(), ""));
    }

    /**
     * In the place of the one for the same weight, where there is one.
     *
     * @param seen all rates as the page showed them ({@link #ratesAsSeen})
     * @return false where there is one, and somebody else has changed some since
     */
    @Transactional
    Mono<Boolean> set(UUID zone, RateDraft rate, String seen, String actor) {
        String what =
                "%d g: %s / %s"
                        .formatted(
                                rate.upToGrams(),
                                rate.charge().inFigures(),
                                rate.carrierCost().inFigures());
        return isAsSeen(zone, rate.upToGrams(), seen)
                .delayUntil(
                        same ->
                                same
                                        ? store.removeRate(zone, rate.upToGrams())
                                                .then(store.add(zone, rate))
                                                .then(
                                                        audit.record(
                                                                actor,
                                                                "shipping.rate-set",
                                                                zone.toString(),
                                                                what))
                                        : Mono.empty());
    }

    private Mono<Boolean> isAsSeen(UUID zone, int upToGrams, String seen) {
        return store.lock(zone)
                .thenMany(store.rates(zone))
                .collectList()
                .map(Tariffs::ratesAsSeen)
                .map(now -> !now.containsKey("" + upToGrams) || !Seen.isOver(seen, now));
    }

    /** Rates as somebody sees them. */
    static Map<String, String> ratesAsSeen(Collection<RateDraft> rates) {
        return rates.stream().collect(toMap(it -> "" + it.upToGrams(), RateDraft::value));
    }

    /**
     * Another press of the same button finds nothing to remove.
     *
     * @param seen all rates as the page showed them ({@link #ratesAsSeen})
     * @return false where there is one, and somebody else has changed some since
     */
    @Transactional
    Mono<Boolean> removeRate(UUID zone, int upToGrams, String seen, String actor) {
        return isAsSeen(zone, upToGrams, seen)
                .delayUntil(same -> same ? removeRate(zone, upToGrams, actor) : Mono.empty());
    }

    private Mono<Void> removeRate(UUID zone, int upToGrams, String actor) {
        return store.removeRate(zone, upToGrams)
                .filter(removed -> removed)
                .flatMap(
                        removed ->
                                audit.record(
                                        actor,
                                        "shipping.rate-removed",
                                        zone.toString(),
                                        upToGrams + " g"));
    }

    /**
     * These prefectures belong to the zone, and leave any other; those not named leave it.
     *
     * @param seen those that belonged to it as the page showed them ({@link #prefecturesAsSeen})
     * @return false where somebody else has changed that since
     */
    @Transactional
    Mono<Boolean> cover(UUID zone, Set<String> prefectures, String seen, String actor) {
        String what = prefectures.stream().sorted().collect(joining(" "));
        return store.lock(zone)
                .thenMany(store.prefectures(zone))
                .collect(toSet())
                .map(now -> !Seen.isOver(seen, prefecturesAsSeen(now)))
                .delayUntil(
                        same ->
                                same
                                        ? store.cover(zone, prefectures)
                                                .then(
                                                        audit.record(
                                                                actor,
                                                                "shipping.prefectures-set",
                                                                zone.toString(),
                                                                what))
                                        : Mono.empty());
    }

    /** Prefectures as somebody sees them. */
    static Map<String, String> prefecturesAsSeen(Set<String> prefectures) {
        return prefectures.stream().collect(toMap(it -> it, it -> ""));
    }

    /** The countries that were decided about. */
    Flux<DecidedCountry> countries() {
        return store.countries();
    }

    /** Countries as somebody sees them. */
    static Map<String, String> countriesAsSeen(Collection<DecidedCountry> countries) {
        return countries.stream().collect(toMap(it -> it.country().code(), DecidedCountry::value));
    }

    /**
     * @param seen all countries as the page showed them ({@link #countriesAsSeen})
     * @return false where something is decided about it, and somebody else has decided since
     */
    @Transactional
    Mono<Boolean> decide(CountryDraft country, String seen, String actor) {
        String act = country.open() ? "shipping.country-opened" : "shipping.country-closed";
        return store.lock(country.code())
                .thenMany(store.countries())
                .collectList()
                .map(Tariffs::countriesAsSeen)
                .map(now -> !now.containsKey(country.code()) || !Seen.isOver(seen, now))
                .delayUntil(
                        same ->
                                same
                                        ? store.decide(country)
                                                .then(audit.record(actor, act, country.code(), ""))
                                        : Mono.empty());
    }
}
