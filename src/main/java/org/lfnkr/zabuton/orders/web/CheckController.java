package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.checkout.Draft;
import org.lfnkr.zabuton.checkout.ShownTotal;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.OrderLink;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.cart.CheckoutQuote;
import org.lfnkr.zabuton.orders.cart.Pricing;
import org.lfnkr.zabuton.orders.placing.DeliveryOffers;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.shipping.PostalCodes;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Shows all answers once more, and takes the order. */
@Controller
@RequestMapping("/{lang:en|ja}")
class CheckController {

    private final CartCookie carts;
    private final CheckoutCookie drafts;
    private final DestinationCookie destinations;
    private final CheckoutPages pages;
    private final CheckRefusals refusals;
    private final Pricing pricing;
    private final DeliveryOffers offers;
    private final CheckoutGate gate;
    private final Orders orders;
    private final PostalCodes postalCodes;

    CheckController(
            CartCookie carts,
            CheckoutCookie drafts,
            DestinationCookie destinations,
            CheckoutPages pages,
            CheckRefusals refusals,
            Pricing pricing,
            DeliveryOffers offers,
            CheckoutGate gate,
            Orders orders,
            PostalCodes postalCodes) {
        this.postalCodes = postalCodes;
        this.carts = carts;
        this.drafts = drafts;
        this.destinations = destinations;
        this.pages = pages;
        this.refusals = refusals;
        this.pricing = pricing;
        this.offers = offers;
        this.gate = gate;
        this.orders = orders;
    }

    /** A checkout whose answers are good. */
    private record Complete(Draft draft, Cart cart, CheckoutAnswers.Good answers) {}

    @GetMapping("/checkout/check")
    Mono<Rendering> show(ServerWebExchange exchange, Language language) {
        return withComplete(
                exchange,
                language,
                complete -> page(exchange, language, complete, Form.filled(Map.of())));
    }

    /** The buyer wants this order beside the one whose konbini code they hold. */
    @PostMapping("/checkout/separately")
    Rendering separate(ServerWebExchange exchange, Language language) {
        drafts.separate(exchange);
        return Redirects.to(language, "/checkout/check");
    }

    @PostMapping("/orders")
    Mono<Rendering> order(ServerWebExchange exchange, Language language) {
        return withComplete(
                exchange,
                language,
                complete ->
                        exchange.getFormData()
                                .map(form -> wish(complete, form, language))
                                .flatMap(wish -> pass(exchange, language, complete, wish)));
    }

    private Mono<Rendering> pass(
            ServerWebExchange exchange, Language language, Complete complete, PlaceOrder wish) {
        return gate.knock(exchange, wish)
                .flatMap(
                        verdict ->
                                switch (verdict) {
                                    case PASS -> place(exchange, language, complete, wish);
                                    case PROVE ->
                                            Mono.just(Redirects.to(language, "/checkout/proof"));
                                    case WAIT -> stop(exchange, language, complete, "wait");
                                    case HOLDS -> stop(exchange, language, complete, "holds");
                                    case CLOSED -> stop(exchange, language, complete, "closed");
                                });
    }

    private Mono<Rendering> stop(
            ServerWebExchange exchange, Language language, Complete complete, String why) {
        return again(exchange, language, complete, "total", "orders.check." + why);
    }

    private Mono<Rendering> place(
            ServerWebExchange exchange, Language language, Complete complete, PlaceOrder wish) {
        return orders.place(wish).flatMap(done -> answer(exchange, language, complete, done));
    }

    private Mono<Rendering> withComplete(
            ServerWebExchange exchange,
            Language language,
            Function<Complete, Mono<Rendering>> next) {
        Cart cart = carts.read(exchange.getRequest());
        Optional<Draft> draft = drafts.read(exchange.getRequest());
        if (cart.isEmpty()) {
            return Mono.just(Redirects.to(language, "/cart"));
        }
        if (draft.isEmpty()) {
            return Mono.just(Redirects.to(language, "/checkout"));
        }
        return switch (CheckoutReader.read(draft.get().typed(), postalCodes)) {
            case CheckoutAnswers.Bad bad -> Mono.just(Redirects.to(language, "/checkout"));
            case CheckoutAnswers.Good good -> next.apply(new Complete(draft.get(), cart, good));
        };
    }

    private Mono<Rendering> page(
            ServerWebExchange exchange, Language language, Complete complete, Form form) {
        Destination destination = complete.answers().delivery().destination();
        destinations.write(exchange.getResponse(), destination);
        return pricing.price(complete.cart(), destination)
                .flatMap(
                        quote ->
                                switch (quote) {
                                    case CheckoutQuote.NotDeliverable refused ->
                                            refusals.notDeliverable(
                                                    exchange,
                                                    language,
                                                    complete.draft(),
                                                    refused.reason().in(language));
                                    case CheckoutQuote.Ready ready
                                            when ready.cart().isEmpty() || ready.cart().isShort() ->
                                            Mono.just(Redirects.to(language, "/cart"));
                                    case CheckoutQuote.Ready ready
                                            when !offers.canKeep(
                                                    complete.answers().arrival(),
                                                    ready,
                                                    destination) ->
                                            refusals.dayGone(exchange, language, complete.draft());
                                    case CheckoutQuote.Ready ready ->
                                            pages.check(
                                                    exchange,
                                                    language,
                                                    ready,
                                                    complete.answers(),
                                                    form);
                                });
    }

    private static PlaceOrder wish(
            Complete complete, MultiValueMap<String, String> form, Language language) {
        return new PlaceOrder(
                complete.draft().attempt(),
                complete.cart(),
                complete.answers().delivery(),
                complete.answers().email(),
                language,
                ShownTotal.of(form),
                "yes".equals(form.getFirst("giftAgreed")),
                complete.answers().arrival());
    }

    private Mono<Rendering> answer(
            ServerWebExchange exchange, Language language, Complete complete, Placement placement) {
        return switch (placement) {
            case Placement.Placed placed -> toPayment(language, placed.link());
            case Placement.Done done -> Mono.just(Redirects.to(language, done.link().path()));
            case Placement.SoldOut soldOut -> Mono.just(Redirects.to(language, "/cart"));
            case Placement.NothingToBuy nothing -> Mono.just(Redirects.to(language, "/cart"));
            case Placement.DayGone gone -> refusals.dayGone(exchange, language, complete.draft());
            case Placement.NotDeliverable refused ->
                    refusals.notDeliverable(
                            exchange, language, complete.draft(), refused.reason().in(language));
            case Placement.PriceChanged changed ->
                    again(exchange, language, complete, "total", "orders.check.price-changed");
            case Placement.GiftNotAgreed missing ->
                    again(
                            exchange,
                            language,
                            complete,
                            "giftAgreed",
                            "orders.gift.agreement.missing");
        };
    }

    private Mono<Rendering> again(
            ServerWebExchange exchange,
            Language language,
            Complete complete,
            String field,
            String key) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        Form form = new Form(Map.of(), List.of(Problem.of(field, key)));
        return page(exchange, language, complete, form);
    }

    /** Where Stripe does not answer in time, the order's page goes on trying. */
    private Mono<Rendering> toPayment(Language language, OrderLink link) {
        return orders.open(link)
                .flatMap(orders::pay)
                .map(opening -> link.leadOn(opening, language));
    }
}
