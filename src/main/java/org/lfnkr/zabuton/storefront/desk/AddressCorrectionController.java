package org.lfnkr.zabuton.storefront.desk;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;

/**
 * Where staff correct the mail address of an order, a gift or a plan that was mistyped; it is shown
 * to nobody.
 */
@Controller
@Needs(Right.REVEAL_CONTACT)
@RequestMapping("/{lang:en|ja}/desk")
class AddressCorrectionController {

    private static final String ORDER = "/orders/{code}/address";
    private static final String GIFT = "/gifts/{payment}/address";
    private static final String PLAN = "/plans/{reference}/address";

    private final Addressees addressees;
    private final AddressPages pages;

    AddressCorrectionController(Addressees addressees, AddressPages pages) {
        this.addressees = addressees;
        this.pages = pages;
    }

    @GetMapping(ORDER)
    Mono<Rendering> ofOrder(ServerWebExchange exchange, @PathVariable String code) {
        return addressees.order(code).flatMap(whose -> pages.show(exchange, whose));
    }

    @GetMapping(GIFT)
    Mono<Rendering> ofGift(ServerWebExchange exchange, @PathVariable String payment) {
        return addressees.gift(payment).flatMap(whose -> pages.show(exchange, whose));
    }

    @GetMapping(PLAN)
    Mono<Rendering> ofPlan(ServerWebExchange exchange, @PathVariable String reference) {
        return addressees.plan(reference).flatMap(whose -> pages.show(exchange, whose));
    }

    @PostMapping(ORDER)
    Mono<Rendering> correctOrder(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String code,
            Principal staff) {
        return addressees
                .order(code)
                .flatMap(whose -> pages.correct(exchange, language, whose, staff.getName()));
    }

    @PostMapping(GIFT)
    Mono<Rendering> correctGift(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String payment,
            Principal staff) {
        return addressees
                .gift(payment)
                .flatMap(whose -> pages.correct(exchange, language, whose, staff.getName()));
    }

    @PostMapping(PLAN)
    Mono<Rendering> correctPlan(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String reference,
            Principal staff) {
        return addressees
                .plan(reference)
                .flatMap(whose -> pages.correct(exchange, language, whose, staff.getName()));
    }
}
