package org.lfnkr.zabuton.orders.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.checkout.Answers;
import org.lfnkr.zabuton.checkout.Draft;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.shipping.PostalCodes;
import org.lfnkr.zabuton.shipping.PostalTown;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Meant;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Redirects;
import org.lfnkr.zabuton.web.Retyped;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks who orders and where it goes. */
@Controller
@RequestMapping("/{lang:en|ja}/checkout")
class CheckoutController {

    private final CartCookie carts;
    private final CheckoutCookie drafts;
    private final DestinationCookie destinations;
    private final CheckoutPages pages;
    private final PostalCodes postalCodes;

    CheckoutController(
            CartCookie carts,
            CheckoutCookie drafts,
            DestinationCookie destinations,
            CheckoutPages pages,
            PostalCodes postalCodes) {
        this.carts = carts;
        this.drafts = drafts;
        this.destinations = destinations;
        this.pages = pages;
        this.postalCodes = postalCodes;
    }

    /**
     * @param to {@code japan} or {@code abroad}, where the visitor switches between the two forms
     */
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            Language language,
            @RequestParam(defaultValue = "") String to) {
        MultiValueMap<String, String> again = Retyped.typed(exchange);
        Map<String, String> typed =
                new HashMap<>(drafts.readOrStart(exchange.getRequest()).typed());
        if (!again.isEmpty()) {
            typed = merged(typed, again);
            keep(exchange, typed);
        }
        if (carts.read(exchange.getRequest()).isEmpty()) {
            return Mono.just(Redirects.to(language, "/cart"));
        }
        typed = DestinationAnswers.unlessSaid(destinations.read(exchange.getRequest()), typed);
        switch (to) {
            case "japan" -> typed.remove(CheckoutReader.COUNTRY);
            case "abroad" -> typed.putIfAbsent(CheckoutReader.COUNTRY, "");
            default -> {}
        }
        return pages.form(exchange, language, Form.filled(typed), List.of());
    }

    @PostMapping
    Mono<Rendering> answer(ServerWebExchange exchange, Language language) {
        return exchange.getFormData().flatMap(form -> answer(exchange, language, form));
    }

    private Mono<Rendering> answer(
            ServerWebExchange exchange, Language language, MultiValueMap<String, String> form) {
        Map<String, String> typed =
                Meant.applied(
                        merged(drafts.readOrStart(exchange.getRequest()).typed(), form),
                        form,
                        CheckoutReader.FIELDS);
        boolean kept = keep(exchange, typed);
        String action = form.getFirst("action");
        return switch (action == null ? "" : action) {
            case "abroad", "japan" -> Mono.just(Redirects.to(language, "/checkout?to=" + action));
            case "language" -> Mono.just(Redirects.to(language.other(), "/checkout"));
            case "postal-code" -> lookUp(exchange, language, typed, form.getFirst("town"));
            default -> check(exchange, language, typed, kept);
        };
    }

    private Mono<Rendering> check(
            ServerWebExchange exchange,
            Language language,
            Map<String, String> typed,
            boolean kept) {
        List<Problem> problems =
                switch (CheckoutReader.read(typed, postalCodes)) {
                    case CheckoutAnswers.Bad bad -> bad.problems();
                    case CheckoutAnswers.Good good when !kept ->
                            List.of(Problem.of(CheckoutReader.MESSAGE, "orders.checkout.too-much"));
                    case CheckoutAnswers.Good good -> List.of();
                };
        if (problems.isEmpty()) {
            return Mono.just(Redirects.to(language, "/checkout/check"));
        }
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return pages.form(exchange, language, new Form(typed, problems), List.of());
    }

    /** Fills the address from the postal code, for browsers in which no script does. */
    private Mono<Rendering> lookUp(
            ServerWebExchange exchange,
            Language language,
            Map<String, String> typed,
            @Nullable String chosen) {
        List<PostalTown> towns =
                postalCodes.lookup(typed.getOrDefault(CheckoutReader.POSTAL_CODE, ""));
        if (towns.isEmpty()) {
            Problem unknown =
                    Problem.of(CheckoutReader.POSTAL_CODE, "orders.checkout.postalCode.unknown");
            exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
            return pages.form(exchange, language, new Form(typed, List.of(unknown)), List.of());
        }
        return PostalChoice.of(towns, chosen)
                .map(
                        town ->
                                pages.form(
                                        exchange,
                                        language,
                                        filled(exchange, typed, town),
                                        List.of()))
                .orElseGet(() -> pages.form(exchange, language, Form.filled(typed), towns));
    }

    private Form filled(ServerWebExchange exchange, Map<String, String> typed, PostalTown town) {
        Map<String, String> values = new HashMap<>(typed);
        values.put(CheckoutReader.PREFECTURE, town.prefectureCode());
        values.put(CheckoutReader.CITY, town.city());
        if (values.getOrDefault(CheckoutReader.STREET, "").isBlank()) {
            values.put(CheckoutReader.STREET, town.town());
        }
        keep(exchange, values);
        return Form.filled(values);
    }

    private boolean keep(ServerWebExchange exchange, Map<String, String> typed) {
        Draft draft = drafts.readOrStart(exchange.getRequest()).with(typed);
        return drafts.write(exchange.getResponse(), draft);
    }

    /** With what was typed before, so that going abroad and back loses no line of an address. */
    private static Map<String, String> merged(
            Map<String, String> before, MultiValueMap<String, String> form) {
        Map<String, String> typed = new HashMap<>(before);
        typed.remove(CheckoutReader.COUNTRY);
        typed.putAll(Answers.typed(form, CheckoutReader.FIELDS));
        return typed;
    }
}
