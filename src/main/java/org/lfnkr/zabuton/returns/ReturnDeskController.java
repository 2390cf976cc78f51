package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.Map;

/** Where staff answer a return, note that it came, and say in which condition. */
@Controller
@Needs(Right.SEE_RETURNED_PIECES)
@RequestMapping("/{lang:en|ja}/desk/returns/{request}")
class ReturnDeskController {

    private final ReturnDeskPages pages;
    private final Taking taking;

    ReturnDeskController(ReturnDeskPages pages, Taking taking) {
        this.pages = pages;
        this.taking = taking;
    }

    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange, Language language, @PathVariable String request) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return pages.known(Slice.id(request), language)
                .map(known -> pages.page(exchange, CheckForm.fresh(known)));
    }

    @Needs(Right.ANSWER_RETURNS)
    @PostMapping("/acceptances")
    Mono<Rendering> accept(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String request,
            Principal staff) {
        return pages.known(Slice.id(request), language)
                .flatMap(known -> taking.accept(known.id(), staff.getName()))
                .map(outcome -> told(exchange, language, request, "accepted", outcome));
    }

    @Needs(Right.ANSWER_RETURNS)
    @PostMapping("/refusals")
    Mono<Rendering> refuse(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String request,
            Principal staff) {
        return pages.known(Slice.id(request), language)
                .zipWith(form(exchange))
                .flatMap(
                        both ->
                                refuse(
                                        exchange,
                                        language,
                                        RefusalForm.sent(both.getT1(), both.getT2()),
                                        staff));
    }

    private Mono<Rendering> refuse(
            ServerWebExchange exchange, Language language, RefusalForm form, Principal staff) {
        String request = form.known().id().toString();
        if (form.isStale()) {
            return Mono.just(told(exchange, language, request, "refused", Taking.Outcome.BEFORE));
        }
        return form.why()
                .map(
                        why ->
                                taking.refuse(
                                                form.known().id(),
                                                form.known().request().state(),
                                                why,
                                                staff.getName())
                                        .map(
                                                it ->
                                                        told(
                                                                exchange, language, request,
                                                                "refused", it)))
                .orElseGet(() -> Mono.just(pages.again(exchange, form)));
    }

    @Needs(Right.DECIDE_ON_RETURNED_PIECES)
    @PostMapping("/arrivals")
    Mono<Rendering> arrive(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String request,
            Principal staff) {
        return pages.known(Slice.id(request), language)
                .flatMap(known -> taking.arrive(known.id(), staff.getName()))
                .map(outcome -> told(exchange, language, request, "arrived", outcome));
    }

    @Needs(Right.DECIDE_ON_RETURNED_PIECES)
    @PostMapping("/checks")
    Mono<Rendering> check(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String request,
            Principal staff) {
        return pages.known(Slice.id(request), language)
                .zipWith(form(exchange))
                .map(both -> CheckForm.sent(both.getT1(), both.getT2()))
                .flatMap(
                        form ->
                                form.failed()
                                        ? Mono.just(pages.again(exchange, form))
                                        : taking.check(
                                                        form.known().id(),
                                                        form.came(),
                                                        staff.getName())
                                                .map(
                                                        it ->
                                                                told(
                                                                        exchange, language, request,
                                                                        "checked", it)));
    }

    private static Mono<Map<String, String>> form(ServerWebExchange exchange) {
        return exchange.getFormData().map(it -> it.toSingleValueMap());
    }

    private static Rendering told(
            ServerWebExchange exchange,
            Language language,
            String request,
            String done,
            Taking.Outcome outcome) {
        String word =
                switch (outcome) {
                    case DONE -> done;
                    case BEFORE -> "before";
                    case SAID -> "said";
                };
        return Told.on(
                exchange,
                "/" + language.tag() + "/desk/returns/" + request,
                ReturnDeskPages.TOLD + word);
    }
}
