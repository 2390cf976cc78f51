package org.lfnkr.zabuton.supporters.owndata;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.signin.FreshSignIn;
import org.lfnkr.zabuton.supporters.signin.Session;
import org.lfnkr.zabuton.supporters.signin.Sessions;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;

/** Lets members have themselves forgotten, soon after they showed that it is them. */
@Controller
@RequestMapping("/{lang:en|ja}")
class ErasureController {

    private static final String SURE = "sure";
    private static final String HERE = "/me/data/erasure";

    private final Erasure erasure;
    private final Sessions sessions;

    ErasureController(Erasure erasure, Sessions sessions) {
        this.erasure = erasure;
        this.sessions = sessions;
    }

    @GetMapping(HERE)
    Mono<Rendering> show(Language language, Session session) {
        return sessions.isFresh(session)
                ? page(session.member(), Form.filled(Map.of()))
                : Mono.just(FreshSignIn.lead(language, HERE));
    }

    @PostMapping("/me/data/erasures")
    Mono<Rendering> erase(ServerWebExchange exchange, Language language, Session session) {
        return sessions.isFresh(session)
                ? exchange.getFormData()
                        .map(typed -> typed.containsKey(SURE))
                        .flatMap(
                                sure ->
                                        sure
                                                ? erase(exchange, language, session.member())
                                                : unsure(exchange, session.member()))
                : Mono.just(FreshSignIn.lead(language, HERE));
    }

    private Mono<Rendering> erase(ServerWebExchange exchange, Language language, Member member) {
        return erasure.erase(member, language)
                .filter(erased -> erased)
                .flatMap(
                        erased ->
                                sessions.end(exchange)
                                        .thenReturn(Redirects.to(language, "/farewell")))
                .switchIfEmpty(Mono.fromSupplier(() -> Redirects.to(language, HERE)));
    }

    private Mono<Rendering> unsure(ServerWebExchange exchange, Member member) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        Problem problem = Problem.of(SURE, "supporters.erasure.sure.missing");
        return page(member, new Form(Map.of(), List.of(problem)));
    }

    private Mono<Rendering> page(Member member, Form form) {
        return erasure.preview(member)
                .map(
                        preview ->
                                Page.of("supporters/erasure")
                                        .with("preview", preview)
                                        .with("form", form)
                                        .rendering());
    }

    @GetMapping("/farewell")
    Rendering farewell() {
        return Page.of("supporters/farewell").rendering();
    }
}
