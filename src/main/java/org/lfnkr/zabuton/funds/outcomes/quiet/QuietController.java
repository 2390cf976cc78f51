package org.lfnkr.zabuton.funds.outcomes.quiet;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.PublicRoutes;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;

/** Where somebody ends mails about purchases and deliveries, by one press. */
@Controller
class QuietController {

    private static final String PAGE = "/{lang:en|ja}" + QuietLinks.PAGE + "/{token}";

    private final QuietLinks links;
    private final QuietStore store;
    private final Clock clock;

    QuietController(QuietLinks links, QuietStore store, Clock clock) {
        this.links = links;
        this.store = store;
        this.clock = clock;
    }

    @Bean
    static PublicRoutes quietPages() {
        return PublicRoutes.get(
                "/{lang}" + QuietLinks.PAGE + "/{token}", QuietLinks.PRESS + "/{token}");
    }

    @Bean
    static PublicRoutes quietPresses() {
        return PublicRoutes.post(
                "/{lang}" + QuietLinks.PAGE + "/{token}", QuietLinks.PRESS + "/{token}");
    }

    @GetMapping(PAGE)
    Mono<Rendering> show(@PathVariable String token) {
        return person(token)
                .flatMap(person -> store.since(List.of(person)).hasElements())
                .map(
                        quiet ->
                                Page.of("funds/outcomes/quiet")
                                        .with("quiet", quiet)
                                        .with("token", token)
                                        .rendering());
    }

    @PostMapping(PAGE)
    Mono<Rendering> end(@PathVariable String token, Language language) {
        return person(token)
                .flatMap(person -> store.add(person, clock.instant()))
                .then(
                        Mono.fromSupplier(
                                () -> Redirects.to(language, QuietLinks.PAGE + "/" + token)));
    }

    /** Of a mail program that opens the address instead of sending the form. */
    @GetMapping(QuietLinks.PRESS + "/{token}")
    Rendering lead(@PathVariable String token) {
        return Redirects.to(Language.JA, QuietLinks.PAGE + "/" + token);
    }

    /** RFC 8058: the program sends a form, and nobody looks at the answer. */
    @PostMapping(QuietLinks.PRESS + "/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> press(@PathVariable String token) {
        return person(token).flatMap(person -> store.add(person, clock.instant()));
    }

    private Mono<SubjectId> person(String token) {
        return Mono.justOrEmpty(links.open(token))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
