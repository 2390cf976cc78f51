package org.lfnkr.zabuton.supporters.signin;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.UUID;

/** Where a member is signed in, and the ends of it. */
@Controller
@RequestMapping("/{lang:en|ja}/me")
class SessionController {

    private final Sessions sessions;

    SessionController(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/sessions")
    Mono<Rendering> list(Session session) {
        return sessions.of(session.member())
                .collectList()
                .map(
                        all ->
                                Page.of("supporters/sessions")
                                        .with("sessions", all)
                                        .with("here", session.id())
                                        .rendering());
    }

    @PostMapping("/sign-outs")
    Mono<Rendering> signOut(ServerWebExchange exchange, Language language) {
        return sessions.end(exchange).thenReturn(Redirects.to(language, ""));
    }

    @PostMapping("/sessions/endings")
    Mono<Rendering> signOutEverywhere(
            ServerWebExchange exchange, Language language, Session session) {
        return sessions.endAll(session.member())
                .then(sessions.end(exchange))
                .thenReturn(Redirects.to(language, "/sign-in"));
    }

    @PostMapping("/sessions/{ended}/endings")
    Mono<Rendering> end(Language language, Session session, @PathVariable UUID ended) {
        return sessions.end(session.member(), ended)
                .filter(done -> done)
                .map(done -> Redirects.to(language, "/me/sessions"))
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
