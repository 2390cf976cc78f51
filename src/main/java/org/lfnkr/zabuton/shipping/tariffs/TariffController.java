package org.lfnkr.zabuton.shipping.tariffs;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Seen;
import org.lfnkr.zabuton.web.FormReader;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where parcels go: all zones, and the countries that were decided about. */
@Controller
@Needs(Right.SEE_PRODUCTS)
@RequestMapping("/{lang:en|ja}/desk/shipping")
class TariffController {

    private static final String ADDED = "shipping.told.added";
    private static final String COUNTRY = "shipping.told.country";
    private static final List<String> TOLD = List.of(ADDED, COUNTRY);

    private static final List<Problem> OTHERS =
            List.of(Problem.of("country", "shipping.wrong.countries"));

    private final Tariffs tariffs;
    private final TariffPages pages;

    TariffController(Tariffs tariffs, TariffPages pages) {
        this.tariffs = tariffs;
        this.pages = pages;
    }

    @InMenu(value = DeskEntry.SHOP, title = "shipping.title", place = 55)
    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, Language language) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        String told = Told.take(exchange, TOLD);
        return pages.all(language, TariffPages.FRESH, List.of())
                .map(page -> page.with("told", told).rendering());
    }

    @Needs(Right.SET_PRICES)
    @PostMapping
    Mono<Rendering> add(ServerWebExchange exchange, Language language, Principal staff) {
        return TariffPages.typed(exchange)
                .flatMap(
                        typed -> {
                            ZoneDraft.Read read = ZoneDraft.read(typed);
                            UUID zone = UUID.randomUUID();
                            return read.problems().isEmpty()
                                    ? tariffs.add(zone, read.draft(), staff.getName())
                                            .then(told(exchange, language, "/" + zone, ADDED))
                                    : again(exchange, language, typed, read.problems());
                        });
    }

    @Needs(Right.SET_PRICES)
    @PostMapping("/countries")
    Mono<Rendering> decide(ServerWebExchange exchange, Language language, Principal staff) {
        return Mono.zip(
                        TariffPages.typed(exchange),
                        tariffs.zones().map(ListedZone::id).collectList())
                .flatMap(
                        both -> {
                            FormReader reader = new FormReader(both.getT1());
                            CountryDraft country = CountryDraft.read(reader, both.getT2());
                            return reader.problems().isEmpty()
                                    ? decide(exchange, language, country, both.getT1(), staff)
                                    : again(exchange, language, both.getT1(), reader.problems());
                        });
    }

    private Mono<Rendering> decide(
            ServerWebExchange exchange,
            Language language,
            CountryDraft country,
            Map<String, String> typed,
            Principal staff) {
        return tariffs.decide(country, Seen.in(typed), staff.getName())
                .flatMap(
                        same ->
                                same
                                        ? told(exchange, language, "", COUNTRY)
                                        : again(exchange, language, typed, OTHERS));
    }

    private Mono<Rendering> again(
            ServerWebExchange exchange,
            Language language,
            Map<String, String> typed,
            List<Problem> problems) {
        TariffPages.refused(exchange);
        return pages.all(language, typed, problems).map(Page::rendering);
    }

    private static Mono<Rendering> told(
            ServerWebExchange exchange, Language language, String below, String key) {
        return Mono.fromSupplier(
                () -> Told.on(exchange, TariffPages.address(language) + below, key));
    }
}
