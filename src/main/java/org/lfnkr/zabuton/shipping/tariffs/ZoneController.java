package org.lfnkr.zabuton.shipping.tariffs;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
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
                            ZoneDraft.Read read = ZoneDraft.read(both.getT2());
                            return read.problems().isEmpty()
                                    ? tariffs.set(both.getT1().id(), read.draft(), staff.getName())
                                            .then(told(exchange, language, zone, CHANGED))
                                    : again(exchange, both.getT1(), both.getT2(), read.problems());
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
                            FormReader reader = new FormReader(both.getT2());
                            RateDraft rate = RateDraft.read(reader);
                            return reader.problems().isEmpty()
                                    ? tariffs.set(both.getT1().id(), rate, staff.getName())
                                            .then(told(exchange, language, zone, RATE))
                                    : again(
                                            exchange,
                                            both.getT1(),
                                            both.getT2(),
                                            reader.problems());
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
        return pages.zone(Slice.id(zone))
                .flatMap(it -> tariffs.removeRate(it.id(), weight, staff.getName()))
                .flatMap(removed -> told(exchange, language, zone, NO_RATE));
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
                        both ->
                                tariffs.cover(
                                        both.getT1().id(),
                                        known(both.getT2().getOrDefault("prefecture", List.of())),
                                        staff.getName()))
                .then(told(exchange, language, zone, COVERED));
    }

    private static List<String> known(List<String> codes) {
        return codes.stream()
                .filter(code -> Prefecture.of(code).isPresent())
                .distinct()
                .sorted()
                .toList();
    }

    private Mono<Rendering> again(
            ServerWebExchange exchange,
            ListedZone zone,
            Map<String, String> typed,
            List<Problem> problems) {
        TariffPages.refused(exchange);
        return pages.one(zone, typed, problems).map(Page::rendering);
    }

    private static Mono<Rendering> told(
            ServerWebExchange exchange, Language language, String zone, String key) {
        return Mono.fromSupplier(
                () -> Told.on(exchange, TariffPages.address(language) + "/" + zone, key));
    }
}
