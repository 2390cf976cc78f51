package org.lfnkr.zabuton.shipping.tariffs;

import static java.util.stream.Collectors.toUnmodifiableSet;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Seen;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.shipping.Prefecture;
import org.lfnkr.zabuton.web.FormReader;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.lfnkr.zabuton.web.TypedNumber;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One zone: what parcels cost there, and which prefectures belong to it. */
@Controller
@Needs(Right.SEE_PRODUCTS)
@RequestMapping("/{lang:en|ja}/desk/shipping/{zone}")
class ZoneController {

    private static final String ADDED = "shipping.told.added";
    private static final String CHANGED = "shipping.told.changed";
    private static final String RATE = "shipping.told.rate";
    private static final String NO_RATE = "shipping.told.no-rate";
    private static final String COVERED = "shipping.told.covered";
    private static final List<String> TOLD = List.of(ADDED, CHANGED, RATE, NO_RATE, COVERED);

    private static final List<Problem> RATES_ARE_OTHERS =
            List.of(Problem.of("upToGrams", "shipping.wrong.rates"));
    private static final List<Problem> NOT_REMOVED =
            List.of(Problem.of("rates", "shipping.wrong.removal"));
    private static final Problem OTHERS_COVERED =
            Problem.of("prefectures", "shipping.wrong.prefectures");

    private final Tariffs tariffs;
    private final TariffPages pages;

    ZoneController(Tariffs tariffs, TariffPages pages) {
        this.tariffs = tariffs;
        this.pages = pages;
    }

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, @PathVariable String zone) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        String told = Told.take(exchange, TOLD);
        return pages.zone(Slice.id(zone))
                .flatMap(it -> pages.one(it, Map.of(), List.of()))
                .map(page -> page.with("told", told).rendering());
    }

    @Needs(Right.SET_PRICES)
    @PostMapping
    Mono<Rendering> change(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String zone,
            Principal staff) {
        return Mono.zip(pages.zone(Slice.id(zone)), TariffPages.typed(exchange))
                .flatMap(
                        both -> {
                            Map<String, String> typed = both.getT2();
                            ZoneDraft.Read read = ZoneDraft.read(typed);
                            UUID id = both.getT1().id();
                            return read.problems().isEmpty()
                                    ? tariffs.change(
                                                    id,
                                                    read.draft(),
                                                    Seen.in(typed),
                                                    staff.getName())
                                            .flatMap(
                                                    same ->
                                                            same
                                                                    ? told(
                                                                            exchange, language,
                                                                            zone, CHANGED)
                                                                    : late(exchange, id, typed))
                                    : again(exchange, id, typed, read.problems());
                        });
    }

    @Needs(Right.SET_PRICES)
    @PostMapping("/rates")
    Mono<Rendering> rate(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String zone,
            Principal staff) {
        return Mono.zip(pages.zone(Slice.id(zone)), TariffPages.typed(exchange))
                .flatMap(
                        both -> {
                            Map<String, String> typed = both.getT2();
                            FormReader reader = new FormReader(typed);
                            RateDraft rate = RateDraft.read(reader);
                            UUID id = both.getT1().id();
                            return reader.problems().isEmpty()
                                    ? tariffs.set(id, rate, Seen.in(typed), staff.getName())
                                            .flatMap(
                                                    same ->
                                                            same
                                                                    ? told(
                                                                            exchange, language,
                                                                            zone, RATE)
                                                                    : again(
                                                                            exchange,
                                                                            id,
                                                                            typed,
                                                                            RATES_ARE_OTHERS))
                                    : again(exchange, id, typed, reader.problems());
                        });
    }

    /** Another press of the same button finds nothing to remove, and says the same. */
    @Needs(Right.SET_PRICES)
    @PostMapping("/rates/{grams}/removals")
    Mono<Rendering> removeRate(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String zone,
            @PathVariable String grams,
            Principal staff) {
        int weight = TypedNumber.count(grams).orElse(0);
        return Mono.zip(pages.zone(Slice.id(zone)), TariffPages.typed(exchange))
                .flatMap(
                        both ->
                                tariffs.removeRate(
                                        both.getT1().id(),
                                        weight,
                                        Seen.in(both.getT2()),
                                        staff.getName()))
                .flatMap(
                        same ->
                                same
                                        ? told(exchange, language, zone, NO_RATE)
                                        : again(exchange, Slice.id(zone), Map.of(), NOT_REMOVED));
    }

    @Needs(Right.SET_PRICES)
    @PostMapping("/prefectures")
    Mono<Rendering> cover(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String zone,
            Principal staff) {
        return Mono.zip(pages.zone(Slice.id(zone)), exchange.getFormData())
                .flatMap(
                        both -> {
                            Set<String> chosen =
                                    known(both.getT2().getOrDefault("prefecture", List.of()));
                            String seen = Seen.in(both.getT2().toSingleValueMap());
                            UUID id = both.getT1().id();
                            return tariffs.cover(id, chosen, seen, staff.getName())
                                    .flatMap(
                                            same ->
                                                    same
                                                            ? told(
                                                                    exchange, language, zone,
                                                                    COVERED)
                                                            : again(exchange, id, chosen));
                        });
    }

    private static Set<String> known(List<String> codes) {
        return codes.stream()
                .filter(code -> Prefecture.of(code).isPresent())
                .collect(toUnmodifiableSet());
    }

    /** Says what it is called now in both languages, of which the page shows one. */
    private Mono<Rendering> late(ServerWebExchange exchange, UUID zone, Map<String, String> typed) {
        return pages.zone(zone)
                .map(
                        it ->
                                Problem.of(
                                        "nameJa",
                                        "shipping.wrong.zone",
                                        it.name().ja(),
                                        it.name().en()))
                .flatMap(problem -> again(exchange, zone, typed, List.of(problem)));
    }

    /** With all that was typed, beside what somebody else may have written meanwhile. */
    private Mono<Rendering> again(
            ServerWebExchange exchange,
            UUID zone,
            Map<String, String> typed,
            List<Problem> problems) {
        TariffPages.refused(exchange);
        return pages.zone(zone).flatMap(it -> pages.one(it, typed, problems)).map(Page::rendering);
    }

    private Mono<Rendering> again(ServerWebExchange exchange, UUID zone, Set<String> chosen) {
        TariffPages.refused(exchange);
        return pages.zone(zone)
                .flatMap(it -> pages.one(it, chosen, OTHERS_COVERED))
                .map(Page::rendering);
    }

    private static Mono<Rendering> told(
            ServerWebExchange exchange, Language language, String zone, String key) {
        return Mono.fromSupplier(
                () -> Told.on(exchange, TariffPages.address(language) + "/" + zone, key));
    }
}
