package org.lfnkr.zabuton.catalog.goods;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Seen;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.FormReader;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Composes the desk's pages of products. */
@Component
class GoodsPages {

    static final String ADDED = "catalog.told.added";
    static final String CHANGED = "catalog.told.changed";
    static final String KIND = "catalog.told.kind";
    static final List<String> TOLD = List.of(ADDED, CHANGED, KIND);

    private final Range range;
    private final Clock clock;

    GoodsPages(Range range, Clock clock) {
        this.range = range;
        this.clock = clock;
    }

    static String address(Language language, Goods goods) {
        return "/" + language.tag() + "/desk/products/" + goods.slug();
    }

    static Mono<Map<String, String>> typed(ServerWebExchange exchange) {
        return exchange.getFormData().map(it -> Map.copyOf(it.toSingleValueMap()));
    }

    static void refused(ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** What is wrong with a product's form. */
    static List<Problem> problems(FormReader reader, Goods goods) {
        List<Problem> all = new ArrayList<>(reader.problems());
        if (all.isEmpty() && !GoodsForm.saysItsFibres(goods)) {
            all.add(Problem.of("materialEn", "catalog.wrong.fibres"));
        }
        return all;
    }

    /**
     * What is wrong where others are kept now than the form was opened with.
     *
     * @param field at which it is said
     */
    static List<Problem> changed(
            Map<String, String> typed, Map<String, String> kept, String field) {
        return Seen.isOver(Seen.in(typed), kept)
                ? List.of(Problem.of(field, "catalog.wrong.changed"))
                : List.of();
    }

    /** Not found where no product is called so. */
    Mono<Goods> goods(String slug) {
        return Mono.just(slug)
                .filter(it -> it.matches("[a-z0-9-]+"))
                .flatMap(range::find)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    Rendering fresh(Map<String, String> typed, List<Problem> problems) {
        return drawings(Page.of("catalog/new")).with("form", new Form(typed, problems)).rendering();
    }

    /**
     * @param typed into one of its forms; what was not is shown as it is
     */
    Mono<Page> product(Goods goods, Map<String, String> typed, List<Problem> problems) {
        Map<String, String> values = new HashMap<>(GoodsForm.values(goods));
        values.put("tax", "10");
        values.putAll(typed);
        values.put(Seen.FIELD, Seen.of(GoodsForm.values(goods)));
        if (!typed.isEmpty() && typed.containsKey("nameEn") && !typed.containsKey("textile")) {
            values.remove("textile");
        }
        return range.kinds(goods)
                .collectList()
                .map(
                        kinds ->
                                drawings(Page.of("catalog/product"))
                                        .with("goods", goods)
                                        .with("kinds", kinds)
                                        .with("today", BusinessDate.of(clock.instant()))
                                        .with("colours", Drawings.COLOURS)
                                        .with("form", new Form(values, problems)));
    }

    private static Page drawings(Page page) {
        return page.with("motifs", Drawings.MOTIFS).with("silhouettes", Drawings.SILHOUETTES);
    }
}
