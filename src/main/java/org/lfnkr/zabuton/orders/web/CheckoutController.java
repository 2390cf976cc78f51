package org.lfnkr.zabuton.orders.web;

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
import java.util.Objects;

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
            case "japan" -> typed.remove(AddressReader.COUNTRY);
            case "abroad" -> typed.putIfAbsent(AddressReader.COUNTRY, "");
            default -> {}
        }
        return pages.form(exchange, language, Form.filled(typed));
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
        String action = Objects.requireNonNullElse(form.getFirst("action"), "");
        turn(typed, action);
        boolean kept = keep(exchange, typed);
        return switch (action) {
            case "abroad", "japan" -> Mono.just(Redirects.to(language, "/checkout?to=" + action));
            case "language" -> Mono.just(Redirects.to(language.other(), "/checkout"));
            case "postal-code" -> lookUp(exchange, language, typed, form, Section.BUYER);
            case "to-postal-code" -> lookUp(exchange, language, typed, form, Section.RECIPIENT);
            case "another", "to-abroad", "to-japan" ->
                    Mono.just(Redirects.to(language, "/checkout#" + CheckoutReader.RECIPIENT));
            case "myself" -> Mono.just(Redirects.to(language, "/checkout"));
            default -> check(exchange, language, typed, kept);
        };
    }

    /** Who gets it, and in which country; what was typed of them is kept for the way back. */
    private static void turn(Map<String, String> typed, String action) {
        String country = Section.RECIPIENT.of(AddressReader.COUNTRY);
        switch (action) {
            case "another" -> typed.put(CheckoutReader.RECIPIENT, CheckoutReader.ANOTHER);
            case "myself" -> typed.remove(CheckoutReader.RECIPIENT);
            case "to-abroad" -> typed.putIfAbsent(country, "");
            case "to-japan" -> typed.remove(country);
            default -> {}
        }
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
        return pages.form(exchange, language, new Form(typed, problems));
    }

    /** Fills the address from the postal code, for browsers in which no script does. */
    private Mono<Rendering> lookUp(
            ServerWebExchange exchange,
            Language language,
            Map<String, String> typed,
            MultiValueMap<String, String> form,
            Section part) {
        String field = part.of(AddressReader.POSTAL_CODE);
        List<PostalTown> towns = postalCodes.lookup(typed.getOrDefault(field, ""));
        if (towns.isEmpty()) {
            Problem unknown = Problem.of(field, "orders.checkout.postalCode.unknown");
            exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
            return pages.form(exchange, language, new Form(typed, List.of(unknown)));
        }
        return PostalChoice.of(towns, form.getFirst(part.of("town")))
                .map(town -> filled(exchange, typed, town, part))
                .map(filled -> pages.form(exchange, language, filled))
                .orElseGet(() -> pages.form(exchange, language, Form.filled(typed), part, towns));
    }

    private Form filled(
            ServerWebExchange exchange, Map<String, String> typed, PostalTown town, Section part) {
        Map<String, String> values = new HashMap<>(typed);
        values.put(part.of(AddressReader.PREFECTURE), town.prefectureCode());
        values.put(part.of(AddressReader.CITY), town.city());
        if (values.getOrDefault(part.of(AddressReader.STREET), "").isBlank()) {
            values.put(part.of(AddressReader.STREET), town.town());
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
        typed.remove(AddressReader.COUNTRY);
        typed.remove(CheckoutReader.RECIPIENT);
        if (form.containsKey(CheckoutReader.RECIPIENT)) {
            typed.remove(Section.RECIPIENT.of(AddressReader.COUNTRY));
            typed.remove(CheckoutReader.NAMED);
        }
        typed.putAll(Answers.typed(form, CheckoutReader.FIELDS));
        return typed;
    }
}
