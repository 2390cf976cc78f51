package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderLink;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.ReturnCause;
import org.lfnkr.zabuton.orders.cart.SaleTerms;
import org.lfnkr.zabuton.refunds.Foresight;
import org.lfnkr.zabuton.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Map;

/** Composes the pages on which a buyer asks to give something back. */
@Component
class ReturnPages {

    private final Orders orders;
    private final ReturnOffers offers;
    private final Foresight foresight;
    private final SaleTerms terms;

    ReturnPages(Orders orders, ReturnOffers offers, Foresight foresight, SaleTerms terms) {
        this.orders = orders;
        this.offers = offers;
        this.foresight = foresight;
        this.terms = terms;
    }

    Mono<ReturnOffer> offer(Order order, Language language) {
        return orders.story(order).map(story -> story.in(language)).flatMap(offers::of);
    }

    Rendering form(OrderLink link, Language language, ReturnForm form) {
        return Page.of("returns/ask")
                .with("link", link)
                .with("offer", form.offer())
                .with("form", form.form())
                .with("causes", ReturnCause.values())
                .with("terms", terms.returns(language))
                .rendering();
    }

    /** With what is wrong, and everything that was typed. */
    Rendering again(
            ServerWebExchange exchange, OrderLink link, Language language, ReturnForm form) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return form(link, language, form);
    }

    /** Says why nothing may be asked for. */
    Rendering closed(
            ServerWebExchange exchange, OrderLink link, Language language, ReturnOffer offer) {
        return again(exchange, link, language, ReturnForm.fresh(offer, Map.of()));
    }

    /** What follows from what was typed, or what is wrong with it. */
    Mono<Rendering> look(
            ServerWebExchange exchange,
            Language language,
            OrderLink link,
            Order order,
            Map<String, String> typed) {
        return offer(order, language)
                .flatMap(
                        offer ->
                                offer.asks()
                                        ? look(
                                                exchange,
                                                language,
                                                link,
                                                order,
                                                ReturnForm.sent(offer, typed))
                                        : Mono.just(closed(exchange, link, language, offer)));
    }

    private Mono<Rendering> look(
            ServerWebExchange exchange,
            Language language,
            OrderLink link,
            Order order,
            ReturnForm form) {
        return form.failed()
                ? Mono.just(again(exchange, link, language, form))
                : preview(link, order, language, form);
    }

    private Mono<Rendering> preview(
            OrderLink link, Order order, Language language, ReturnForm form) {
        return orders.story(order)
                .map(story -> story.in(language))
                .zipWhen(story -> foresight.of(story, form.pieces()))
                .map(
                        both ->
                                Page.of("returns/preview")
                                        .with("link", link)
                                        .with("pieces", both.getT1().named(form.pieces()))
                                        .with("foreseen", both.getT2())
                                        .with("shipping", order.takings().shippingCharged())
                                        .with("cause", form.cause().orElseThrow())
                                        .with("exchange", form.exchange())
                                        .with("form", form.form())
                                        .rendering());
    }
}
