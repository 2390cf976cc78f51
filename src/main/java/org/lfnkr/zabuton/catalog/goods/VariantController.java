package org.lfnkr.zabuton.catalog.goods;

import org.lfnkr.zabuton.catalog.goods.KindPages.Of;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.FormReader;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
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
import java.util.stream.Stream;

/** One variant: whether it is on sale, and what it costs whom from which day on. */
@Controller
@Needs(Right.SEE_PRODUCTS)
@RequestMapping("/{lang:en|ja}/desk/products/{slug}/variants/{sku}")
class VariantController {

    private static final String CHANGED = "catalog.told.variant";
    private static final String ON = "catalog.told.on-sale";
    private static final String OFF = "catalog.told.off-sale";
    private static final String BEFORE = "catalog.told.before";
    private static final String PRICE = "catalog.told.price";
    private static final String COSTS = "catalog.told.costs";
    private static final List<String> TOLD = List.of(CHANGED, ON, OFF, BEFORE, PRICE, COSTS);

    private final Range range;
    private final KindPages pages;
    private final Previews previews;

    VariantController(Range range, KindPages pages, Previews previews) {
        this.range = range;
        this.pages = pages;
        this.previews = previews;
    }

    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange, @PathVariable String slug, @PathVariable String sku) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        String told = Told.take(exchange, TOLD);
        return pages.find(slug, sku)
                .flatMap(of -> pages.page(of, Map.of(), List.of(), null))
                .map(page -> page.with("told", told).rendering());
    }

    @Needs(Right.WRITE_PRODUCTS)
    @PostMapping
    Mono<Rendering> change(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String slug,
            @PathVariable String sku,
            Principal staff) {
        return Mono.zip(pages.find(slug, sku), GoodsPages.typed(exchange))
                .flatMap(both -> change(exchange, language, both.getT1(), both.getT2(), staff));
    }

    private Mono<Rendering> change(
            ServerWebExchange exchange,
            Language language,
            Of of,
            Map<String, String> typed,
            Principal staff) {
        FormReader reader = new FormReader(typed);
        KindWords words = KindForm.changed(reader);
        List<Problem> problems =
                Stream.concat(reader.problems().stream(), changed(of, typed)).toList();
        return problems.isEmpty()
                ? range.change(of.kind(), words, staff.getName())
                        .then(told(exchange, language, of, CHANGED))
                : again(exchange, of, typed, problems);
    }

    private static Stream<Problem> changed(Of of, Map<String, String> typed) {
        Map<String, String> kept = KindForm.values(of.kind().variant());
        return GoodsPages.changed(typed, kept, "colourNameJa").stream();
    }

    /** On sale at once, or at once no more. */
    @Needs(Right.SET_PRICES)
    @PostMapping("/sale")
    Mono<Rendering> sell(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String slug,
            @PathVariable String sku,
            Principal staff) {
        return Mono.zip(pages.find(slug, sku), GoodsPages.typed(exchange))
                .flatMap(
                        both -> {
                            boolean on = "yes".equals(both.getT2().get("onSale"));
                            return range.sell(both.getT1().kind(), on, staff.getName())
                                    .flatMap(
                                            changed ->
                                                    told(
                                                            exchange,
                                                            language,
                                                            both.getT1(),
                                                            changed ? (on ? ON : OFF) : BEFORE));
                        });
    }

    @Needs(Right.SET_PRICES)
    @PostMapping("/prices")
    Mono<Rendering> price(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String slug,
            @PathVariable String sku,
            Principal staff) {
        return Mono.zip(pages.find(slug, sku), GoodsPages.typed(exchange))
                .flatMap(both -> price(exchange, language, both.getT1(), both.getT2(), staff));
    }

    private Mono<Rendering> price(
            ServerWebExchange exchange,
            Language language,
            Of of,
            Map<String, String> typed,
            Principal staff) {
        FormReader reader = new FormReader(typed);
        NewPrice price = KindForm.price(reader, pages.today());
        if (!reader.problems().isEmpty()) {
            return again(exchange, of, typed, reader.problems());
        }
        if (of.kind().hasPriceFrom(price.from())) {
            return taken(exchange, of, typed, "priceFrom");
        }
        return isSure(typed)
                ? range.set(of.kind(), price, staff.getName())
                        .flatMap(
                                isNew ->
                                        isNew
                                                ? told(exchange, language, of, PRICE)
                                                : taken(exchange, of, typed, "priceFrom"))
                : previews.of(of.goods(), of.kind(), price)
                        .flatMap(preview -> pages.page(of, typed, List.of(), preview))
                        .map(Page::rendering);
    }

    @Needs(Right.SET_PRICES)
    @PostMapping("/costs")
    Mono<Rendering> costs(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String slug,
            @PathVariable String sku,
            Principal staff) {
        return Mono.zip(pages.find(slug, sku), GoodsPages.typed(exchange))
                .flatMap(both -> costs(exchange, language, both.getT1(), both.getT2(), staff));
    }

    private Mono<Rendering> costs(
            ServerWebExchange exchange,
            Language language,
            Of of,
            Map<String, String> typed,
            Principal staff) {
        FormReader reader = new FormReader(typed);
        NewCosts costs = KindForm.costs(reader, pages.today());
        if (!reader.problems().isEmpty()) {
            return again(exchange, of, typed, reader.problems());
        }
        if (of.kind().hasSheetFrom(costs.from())) {
            return taken(exchange, of, typed, "costsFrom");
        }
        return isSure(typed)
                ? range.set(of.kind(), costs, staff.getName())
                        .flatMap(
                                isNew ->
                                        isNew
                                                ? told(exchange, language, of, COSTS)
                                                : taken(exchange, of, typed, "costsFrom"))
                : previews.of(of.goods(), of.kind(), costs)
                        .flatMap(preview -> pages.page(of, typed, List.of(), preview))
                        .map(Page::rendering);
    }

    /** Nothing is set before somebody has seen what it changes. */
    private static boolean isSure(Map<String, String> typed) {
        return "set".equals(typed.get("act"));
    }

    private Mono<Rendering> taken(
            ServerWebExchange exchange, Of of, Map<String, String> typed, String field) {
        return again(exchange, of, typed, List.of(Problem.of(field, "catalog.wrong.day.taken")));
    }

    private Mono<Rendering> again(
            ServerWebExchange exchange, Of of, Map<String, String> typed, List<Problem> problems) {
        GoodsPages.refused(exchange);
        return pages.page(of, typed, problems, null).map(Page::rendering);
    }

    private static Mono<Rendering> told(
            ServerWebExchange exchange, Language language, Of of, String key) {
        String here =
                GoodsPages.address(language, of.goods()) + "/variants/" + of.kind().variant().sku();
        return Mono.fromSupplier(() -> Told.on(exchange, here, key));
    }
}
