package org.lfnkr.zabuton.web;

import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/** Hands the shared model to every page, and the form token to every form on it. */
@ControllerAdvice
class PageModelAdvice {

    private final PageModel page;

    PageModelAdvice(PageModel page) {
        this.page = page;
    }

    @ModelAttribute
    void shell(ServerWebExchange exchange, Model model) {
        model.addAllAttributes(page.of(exchange.getRequest(), FormsAgain.claimedPage(exchange)));
        model.addAttribute("expired", Retyped.isExpired(exchange));
    }

    /**
     * The token is made only when somebody asks for it, so a page must ask; one that all visitors
     * share must not.
     */
    @ModelAttribute
    Mono<CsrfToken> formToken(ServerWebExchange exchange) {
        if (SharedPages.isMarked(exchange.getRequest())) {
            // A view asks for whatever it finds here.
            exchange.getAttributes().remove(CsrfToken.class.getName());
            return Mono.empty();
        }
        Mono<CsrfToken> token =
                exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
        return token.doOnNext(
                value ->
                        exchange.getAttributes()
                                .put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, value));
    }
}
