package org.lfnkr.zabuton.giving.raises;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.payments.plans.WishResult;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.PublicRoutes;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/** Where a giver answers, by one press either way, or says never to be asked again. */
@Controller
class RaiseController {

    private static final String PAGE = "/{lang:en|ja}" + RaiseLinks.PAGE + "/{token}";

    private final Raises raises;
    private final RaiseLinks links;

    RaiseController(Raises raises, RaiseLinks links) {
        this.raises = raises;
        this.links = links;
    }

    @Bean
    static PublicRoutes raisePages() {
        return PublicRoutes.get(
                "/{lang}" + RaiseLinks.PAGE + "/{token}", RaiseLinks.PRESS + "/{token}");
    }

    @Bean
    static PublicRoutes raiseAnswers() {
        String page = "/{lang}" + RaiseLinks.PAGE + "/{token}";
        return PublicRoutes.post(
                page + "/raisings",
                page + "/keepings",
                page + "/silences",
                RaiseLinks.PRESS + "/{token}");
    }

    @GetMapping(PAGE)
    Mono<Rendering> show(ServerWebExchange exchange, @PathVariable String token) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return found(token).map(raise -> page(raise, token, false));
    }

    private static Rendering page(Raise raise, String token, boolean refused) {
        return Page.of("giving/raise")
                .with("raise", raise)
                .with("token", token)
                .with("refused", refused)
                .rendering();
    }

    /** What can't be changed at the moment is left unanswered. */
    @PostMapping(PAGE + "/raisings")
    Mono<Rendering> raise(
            ServerWebExchange exchange, @PathVariable String token, Language language) {
        return found(token)
                .flatMap(
                        raise ->
                                raise.isOpen()
                                        ? raises.raise(raise)
                                                .map(
                                                        result ->
                                                                raised(
                                                                        exchange, language, raise,
                                                                        token, result))
                                        : Mono.just(back(token, language)));
    }

    private static Rendering raised(
            ServerWebExchange exchange,
            Language language,
            Raise raise,
            String token,
            WishResult result) {
        if (result instanceof WishResult.Noted) {
            return back(token, language);
        }
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(raise, token, true);
    }

    @PostMapping(PAGE + "/keepings")
    Mono<Rendering> keep(@PathVariable String token, Language language) {
        return found(token).flatMap(raises::keep).thenReturn(back(token, language));
    }

    @PostMapping(PAGE + "/silences")
    Mono<Rendering> quiet(@PathVariable String token, Language language) {
        return found(token).flatMap(raises::quiet).thenReturn(back(token, language));
    }

    /** Of a mail program that opens the address instead of sending the form. */
    @GetMapping(RaiseLinks.PRESS + "/{token}")
    Rendering lead(@PathVariable String token) {
        return back(token, Language.JA);
    }

    /** RFC 8058: the program sends a form, and nobody looks at the answer. */
    @PostMapping(RaiseLinks.PRESS + "/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> press(@PathVariable String token) {
        return found(token).flatMap(raises::quiet);
    }

    private static Rendering back(String token, Language language) {
        return Redirects.to(language, RaiseLinks.PAGE + "/" + token);
    }

    private Mono<Raise> found(String token) {
        return Mono.justOrEmpty(links.open(token))
                .flatMap(raises::find)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
