package org.lfnkr.zabuton.catalog.goods;

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

/** One product: what its page says, and its variants. */
@Controller
@Needs(Right.SEE_PRODUCTS)
@RequestMapping("/{lang:en|ja}/desk/products/{slug}")
class ProductController {

    private final Range range;
    private final GoodsPages pages;

    ProductController(Range range, GoodsPages pages) {
        this.range = range;
        this.pages = pages;
    }

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, @PathVariable String slug) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        String told = Told.take(exchange, GoodsPages.TOLD);
        return pages.goods(slug)
                .flatMap(goods -> pages.product(goods, Map.of(), List.of()))
                .map(page -> page.with("told", told).rendering());
    }

    @Needs(Right.WRITE_PRODUCTS)
    @PostMapping
    Mono<Rendering> change(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String slug,
            Principal staff) {
        return Mono.zip(pages.goods(slug), GoodsPages.typed(exchange))
                .flatMap(both -> change(exchange, language, both.getT1(), both.getT2(), staff));
    }

    private Mono<Rendering> change(
            ServerWebExchange exchange,
            Language language,
            Goods before,
            Map<String, String> typed,
            Principal staff) {
        FormReader reader = new FormReader(typed);
        Goods goods = GoodsForm.changed(reader, before);
        List<Problem> problems =
                Stream.concat(
                                GoodsPages.problems(reader, goods).stream(),
                                GoodsPages.changed(typed, GoodsForm.values(before), "nameJa")
                                        .stream())
                        .toList();
        return problems.isEmpty()
                ? range.change(goods, staff.getName())
                        .then(told(exchange, language, goods, GoodsPages.CHANGED))
                : again(exchange, before, typed, problems);
    }

    @Needs(Right.SET_PRICES)
    @PostMapping("/variants")
    Mono<Rendering> addVariant(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String slug,
            Principal staff) {
        return Mono.zip(pages.goods(slug), GoodsPages.typed(exchange))
                .flatMap(both -> add(exchange, language, both.getT1(), both.getT2(), staff));
    }

    private Mono<Rendering> add(
            ServerWebExchange exchange,
            Language language,
            Goods goods,
            Map<String, String> typed,
            Principal staff) {
        FormReader reader = new FormReader(typed);
        NewKind kind = KindForm.fresh(reader);
        return reader.problems().isEmpty()
                ? range.add(goods, kind, staff.getName())
                        .flatMap(
                                isNew ->
                                        isNew
                                                ? told(exchange, language, goods, GoodsPages.KIND)
                                                : again(
                                                        exchange,
                                                        goods,
                                                        typed,
                                                        List.of(
                                                                Problem.of(
                                                                        "sku",
                                                                        "catalog.wrong.sku.taken"))))
                : again(exchange, goods, typed, reader.problems());
    }

    private Mono<Rendering> again(
            ServerWebExchange exchange,
            Goods goods,
            Map<String, String> typed,
            List<Problem> problems) {
        GoodsPages.refused(exchange);
        return pages.product(goods, typed, problems).map(Page::rendering);
    }

    private static Mono<Rendering> told(
            ServerWebExchange exchange, Language language, Goods goods, String key) {
        return Mono.fromSupplier(() -> Told.on(exchange, GoodsPages.address(language, goods), key));
    }
}
