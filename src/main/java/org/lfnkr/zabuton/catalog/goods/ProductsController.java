package org.lfnkr.zabuton.catalog.goods;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.FormReader;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;
import java.util.Map;

/** All products, on sale or not, and new ones. */
@Controller
@Needs(Right.SEE_PRODUCTS)
@RequestMapping("/{lang:en|ja}/desk/products")
class ProductsController {

    private final Range range;
    private final GoodsPages pages;

    ProductsController(Range range, GoodsPages pages) {
        this.range = range;
        this.pages = pages;
    }

    /**
     * @param after the product that stood last on the page before
     */
    @InMenu(value = DeskEntry.SHOP, title = "catalog.title", place = 50)
    @GetMapping
    Mono<Rendering> list(
            ServerWebExchange exchange, @RequestParam(defaultValue = "") String after) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return range.list()
                .collectList()
                .map(all -> Slice.of(all, Listed::id, Slice.id(after)))
                .map(
                        shown ->
                                Page.of("catalog/products")
                                        .with("products", shown)
                                        .with("first", after.isEmpty())
                                        .rendering());
    }

    @Needs(Right.WRITE_PRODUCTS)
    @GetMapping("/new")
    Rendering fresh(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return pages.fresh(
                Map.of("place", "100", "motif", "plain", "silhouette", "cushion"), List.of());
    }

    @Needs(Right.WRITE_PRODUCTS)
    @PostMapping
    Mono<Rendering> add(ServerWebExchange exchange, Language language, Principal staff) {
        return GoodsPages.typed(exchange).flatMap(typed -> add(exchange, language, typed, staff));
    }

    private Mono<Rendering> add(
            ServerWebExchange exchange,
            Language language,
            Map<String, String> typed,
            Principal staff) {
        FormReader reader = new FormReader(typed);
        Goods goods = GoodsForm.fresh(reader);
        List<Problem> problems = GoodsPages.problems(reader, goods);
        return problems.isEmpty()
                ? range.add(goods, staff.getName())
                        .map(
                                isNew ->
                                        isNew
                                                ? Told.on(
                                                        exchange,
                                                        GoodsPages.address(language, goods),
                                                        GoodsPages.ADDED)
                                                : again(
                                                        exchange,
                                                        typed,
                                                        List.of(
                                                                Problem.of(
                                                                        "slug",
                                                                        "catalog.wrong.slug.taken"))))
                : Mono.fromSupplier(() -> again(exchange, typed, problems));
    }

    private Rendering again(
            ServerWebExchange exchange, Map<String, String> typed, List<Problem> problems) {
        GoodsPages.refused(exchange);
        return pages.fresh(typed, problems);
    }
}
