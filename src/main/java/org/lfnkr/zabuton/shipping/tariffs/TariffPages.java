package org.lfnkr.zabuton.shipping.tariffs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Seen;
import org.lfnkr.zabuton.shipping.Country;
import org.lfnkr.zabuton.shipping.Prefecture;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Composes the pages of the tariff. */
@Component
class TariffPages {

    /** What a new zone's form begins with. */
    static final Map<String, String> FRESH = Map.of("state", "open");

    private final Tariffs tariffs;

    TariffPages(Tariffs tariffs) {
        this.tariffs = tariffs;
    }

    static String address(Language language) {
        return "/" + language.tag() + "/desk/shipping";
    }

    static Mono<Map<String, String>> typed(ServerWebExchange exchange) {
        return exchange.getFormData().map(it -> Map.copyOf(it.toSingleValueMap()));
    }

    static void refused(ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Not found where there is no such zone. */
    Mono<ListedZone> zone(UUID id) {
        return tariffs.zone(id)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /**
     * All zones, and what was decided about countries.
     *
     * @param typed into one of its forms
     */
    Mono<Page> all(Language language, Map<String, String> typed, List<Problem> problems) {
        return Mono.zip(
                        tariffs.zones().collectList(),
                        tariffs.reached(),
                        tariffs.countries().collectList())
                .map(
                        all ->
                                Page.of("shipping/zones")
                                        .with("zones", all.getT1())
                                        .with("unreached", Prefecture.values().length - all.getT2())
                                        .with("countries", sorted(all.getT3(), language))
                                        .with("seen", Seen.of(Tariffs.countriesAsSeen(all.getT3())))
                                        .with("choices", choices(language))
                                        .with(
                                                "zoneChoices",
                                                all.getT1().stream()
                                                        .map(zone -> choice(zone, language))
                                                        .toList())
                                        .with("form", new Form(typed, problems)));
    }

    private static List<Country> sorted(List<DecidedCountry> countries, Language language) {
        return countries.stream()
                .map(DecidedCountry::country)
                .sorted(Country.byContinent(language))
                .toList();
    }

    /**
     * One zone.
     *
     * @param typed into one of its forms; what was not is shown as it is
     */
    Mono<Page> one(ListedZone zone, Map<String, String> typed, List<Problem> problems) {
        return one(zone, typed, problems, null);
    }

    /** The same with prefectures that were chosen and have not been noted. */
    Mono<Page> one(ListedZone zone, Set<String> chosen, Problem problem) {
        return one(zone, Map.of(), List.of(problem), chosen);
    }

    private Mono<Page> one(
            ListedZone zone,
            Map<String, String> typed,
            List<Problem> problems,
            @Nullable Set<String> chosen) {
        Map<String, String> values = new HashMap<>(zone.draft().values());
        values.putAll(typed);
        return Mono.zip(
                        tariffs.rates(zone.id()).collectList(),
                        tariffs.prefectures(zone.id()).collect(toSet()))
                .map(
                        both ->
                                Page.of("shipping/zone")
                                        .with("zone", zone)
                                        .with("rates", both.getT1())
                                        .with("chosen", chosen == null ? both.getT2() : chosen)
                                        .with("covered", both.getT2())
                                        .with("seenZone", Seen.of(zone.draft().values()))
                                        .with(
                                                "seenRates",
                                                Seen.of(Tariffs.ratesAsSeen(both.getT1())))
                                        .with(
                                                "seenCovered",
                                                Seen.of(Tariffs.prefecturesAsSeen(both.getT2())))
                                        .with("prefectures", Prefecture.values())
                                        .with("form", new Form(values, problems)));
    }

    private static Choice choice(ListedZone zone, Language language) {
        return new Choice(zone.id().toString(), zone.name().in(language));
    }

    /** All countries there are, by continent. */
    private static List<Group> choices(Language language) {
        Map<String, List<Country>> continents =
                CountryDraft.codes()
                        .map(code -> new Country(code, Country.nameOf(code), true, null))
                        .sorted(Country.byContinent(language))
                        .collect(
                                groupingBy(
                                        country -> country.continent().in(language),
                                        LinkedHashMap::new,
                                        toList()));
        return continents.entrySet().stream()
                .map(it -> new Group(it.getKey(), options(it.getValue(), language)))
                .toList();
    }

    private static List<Choice> options(List<Country> countries, Language language) {
        return countries.stream()
                .map(country -> new Choice(country.code(), country.name().in(language)))
                .toList();
    }

    /** Countries of a continent. */
    record Group(String label, List<Choice> options) {}

    /** One answer of a list. */
    record Choice(String value, String label) {}
}
