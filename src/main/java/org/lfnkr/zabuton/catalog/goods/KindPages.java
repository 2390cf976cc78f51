package org.lfnkr.zabuton.catalog.goods;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Seen;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Composes the desk's page of a variant. */
@Component
class KindPages {

    private final GoodsPages goods;
    private final Range range;
    private final Previews previews;
    private final Clock clock;

    KindPages(GoodsPages goods, Range range, Previews previews, Clock clock) {
        this.goods = goods;
        this.range = range;
        this.previews = previews;
        this.clock = clock;
    }

    /** A variant of a product. */
    record Of(Goods goods, Kind kind) {}

    LocalDate today() {
        return BusinessDate.of(clock.instant());
    }

    /** Not found where the product has no such variant. */
    Mono<Of> find(String slug, String sku) {
        return goods.goods(slug)
                .flatMap(
                        found ->
                                range.kinds(found)
                                        .filter(kind -> kind.variant().sku().equals(sku))
                                        .next()
                                        .map(kind -> new Of(found, kind)))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /**
     * @param typed into one of its forms; what was not is shown as it is
     */
    Mono<Page> page(
            Of of, Map<String, String> typed, List<Problem> problems, @Nullable Preview preview) {
        Map<String, String> values = new HashMap<>(KindForm.values(of.kind().variant()));
        values.put("priceFrom", today().plusDays(1).toString());
        values.put("costsFrom", today().plusDays(of.kind().sheets().isEmpty() ? 0 : 1).toString());
        values.putAll(typed);
        values.put(Seen.FIELD, Seen.of(KindForm.values(of.kind().variant())));
        return previews.of(of.goods(), of.kind(), today())
                .map(
                        prospect ->
                                Page.of("catalog/variant")
                                        .with("goods", of.goods())
                                        .with("kind", of.kind())
                                        .with("price", of.kind().price(today()))
                                        .with("prospect", prospect)
                                        .with("preview", preview)
                                        .with("form", new Form(values, problems)));
    }
}
