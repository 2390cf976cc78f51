package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
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

/** Where staff see a return, note that it came, and say in which condition. */
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

    @Needs(Right.DECIDE_ON_RETURNED_PIECES)
    @PostMapping("/arrivals")
    Mono<Rendering> arrive(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String request,
            Principal staff) {
        return pages.known(Slice.id(request), language)
                .flatMap(known -> taking.arrive(known.id(), staff.getName()))
                .map(
                        outcome ->
                                ReturnDeskPages.told(
                                        exchange, language, request, "arrived", outcome));
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
                                                                ReturnDeskPages.told(
                                                                        exchange,
                                                                        language,
                                                                        request,
                                                                        told(form),
                                                                        it)));
    }

    private static String told(CheckForm form) {
        return form.known().request().exchange() ? "exchanged" : "checked";
    }

    private static Mono<Map<String, String>> form(ServerWebExchange exchange) {
        return exchange.getFormData().map(it -> it.toSingleValueMap());
    }
}
