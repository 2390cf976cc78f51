package org.lfnkr.zabuton.storefront;

import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.web.Site;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;

/** Tells search engines of every page that is meant to be found, in both languages. */
@RestController
class SiteMapController {

    /** All that does not come from the shelf, behind the language. */
    private static final List<String> PAGES =
            List.of(
                    "",
                    "/products",
                    "/give",
                    "/about",
                    "/faq",
                    "/how-we-count",
                    "/how-we-share",
                    "/reports",
                    "/reports/corrections",
                    "/contact",
                    "/disclosure",
                    "/privacy",
                    "/gift-terms",
                    "/accessibility");

    private final Catalog catalog;
    private final Site site;

    SiteMapController(Catalog catalog, Site site) {
        this.catalog = catalog;
        this.site = site;
    }

    @GetMapping(value = "/sitemap.xml", produces = "application/xml;charset=UTF-8")
    Mono<String> map() {
        return Flux.fromIterable(PAGES)
                .concatWith(catalog.shelf().map(product -> "/products/" + product.slug()))
                .collectList()
                .map(paths -> SiteMap.of(site.origin(), paths));
    }
}
