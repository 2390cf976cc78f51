package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;

/** Where staff say yes or no to a return. */
@Controller
@Needs(Right.ANSWER_RETURNS)
@RequestMapping("/{lang:en|ja}/desk/returns/{request}")
class ReturnAnswerController {

    private final ReturnDeskPages pages;
    private final Taking taking;

    ReturnAnswerController(ReturnDeskPages pages, Taking taking) {
        this.pages = pages;
        this.taking = taking;
    }

    @PostMapping("/acceptances")
    Mono<Rendering> accept(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String request,
            Principal staff) {
        return pages.known(Slice.id(request), language)
                .flatMap(known -> taking.accept(known.id(), staff.getName()))
                .map(
                        outcome ->
                                ReturnDeskPages.told(
                                        exchange, language, request, "accepted", outcome));
    }

    @PostMapping("/refusals")
    Mono<Rendering> refuse(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String request,
            Principal staff) {
        return pages.known(Slice.id(request), language)
                .zipWith(exchange.getFormData().map(it -> it.toSingleValueMap()))
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
            return Mono.just(
                    ReturnDeskPages.told(
                            exchange, language, request, "refused", Taking.Outcome.BEFORE));
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
                                                        ReturnDeskPages.told(
                                                                exchange, language, request,
                                                                "refused", it)))
                .orElseGet(() -> Mono.just(pages.again(exchange, form)));
    }
}
