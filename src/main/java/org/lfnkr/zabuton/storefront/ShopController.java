package org.lfnkr.zabuton.storefront;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.web.DestinationCookie;
import org.lfnkr.zabuton.orders.web.LineRefusal;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.storefront.posters.Posters;
import org.lfnkr.zabuton.web.Organisation;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.SharedPages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/** The pages on which people look around. */
@Controller
@RequestMapping("/{lang:en|ja}")
class ShopController {

    private static final int ON_HOME_PAGE = 4;

    private final Shelves shelves;
    private final ProductShowing products;
    private final DestinationCookie destinations;
    private final Posters posters;
    private final StructuredData data;
    private final Organisation organisation;

    ShopController(
            Shelves shelves,
            ProductShowing products,
            DestinationCookie destinations,
            Posters posters,
            StructuredData data,
            Organisation organisation) {
        this.posters = posters;
        this.data = data;
        this.shelves = shelves;
        this.products = products;
        this.destinations = destinations;
        this.organisation = organisation;
    }

    @GetMapping
    Mono<Rendering> home(ServerWebExchange exchange, Language language) {
        Destination to = destinations.read(exchange.getRequest());
        return shelves.first(ON_HOME_PAGE, to)
                .map(
                        cards ->
                                Page.of("storefront/home")
                                        .with("cards", cards)
                                        .with("destination", to.words())
                                        .with("data", data.organisation(language))
                                        .rendering());
    }

    /**
     * @param after the slug of the product before; where there is none such, the shelf begins
     */
    @GetMapping("/products")
    Mono<Rendering> shelf(
            ServerWebExchange exchange, @RequestParam(defaultValue = "") String after) {
        Destination to = destinations.read(exchange.getRequest());
        return Mono.zip(shelves.shelf(after, to), shelves.isOnSale(after))
                .doOnNext(both -> keepOnly(both.getT2(), after, exchange))
                .map(
                        both ->
                                Page.of("storefront/shelf")
                                        .with("shelf", both.getT1())
                                        .with("cards", both.getT1().items())
                                        .with("begun", !both.getT2())
                                        .with("destination", to.words())
                                        .rendering());
    }

    /**
     * @param quantity what was typed, where the cart did not take it
     * @param told why not, see {@link LineRefusal}
     */
    @GetMapping("/products/{slug}")
    Mono<Rendering> product(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String colour,
            @RequestParam(defaultValue = "") String quantity,
            @RequestParam(defaultValue = "") String told) {
        return products.find(slug, colour, destinations.read(exchange.getRequest()))
                .doOnNext(page -> keepOnly(page, colour, exchange))
                .map(
                        page ->
                                Page.of("storefront/product")
                                        .with("page", page)
                                        .with("poster", posters.of(page.product(), language))
                                        .with("data", data.product(page, language))
                                        .with("organisation", organisation)
                                        .with("form", LineRefusal.form(quantity, told))
                                        .rendering())
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /** The shelf goes on after what lies there; any other address makes no page of its own. */
    private static void keepOnly(boolean goesOn, String after, ServerWebExchange exchange) {
        if (!after.isEmpty() && !goesOn) {
            SharedPages.refuse(exchange.getRequest());
        }
    }

    /**
     * Any colour may be typed into an address; only those that there are make a page of its own.
     */
    private static void keepOnly(ProductPage page, String colour, ServerWebExchange exchange) {
        if (!colour.isEmpty() && !page.chosen().variant().colour().equals(colour)) {
            SharedPages.refuse(exchange.getRequest());
        }
    }
}
