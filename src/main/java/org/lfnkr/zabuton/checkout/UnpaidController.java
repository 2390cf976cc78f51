package org.lfnkr.zabuton.checkout;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/**
 * What can be done with an order or a gift that is not paid yet.
 *
 * @param <L> what opens its page
 * @param <T> what is to be paid
 */
public abstract class UnpaidController<L extends PageLink, T> extends LinkedController<L, T> {

    protected abstract Mono<Opening> pay(T unpaid);

    /** As it is afterwards. */
    protected abstract Mono<T> cancel(T unpaid);

    protected abstract boolean isOpen(T unpaid);

    /** Asks whether it is really to be given up. */
    protected abstract Page question(T unpaid);

    /**
     * Where to go on after giving up.
     *
     * @return a path behind the language, or null to stay on its own page
     */
    protected abstract @Nullable String next(T before, T after);

    /** Leads to Stripe's page; once more, where the payer left it. */
    @PostMapping("/payments")
    public Mono<Rendering> pay(
            Language language, @PathVariable String reference, @PathVariable String key) {
        L link = link(reference, key);
        return found(link).flatMap(this::pay).map(opening -> link.leadOn(opening, language));
    }

    /** Asks once more before a code that the payer may have written down becomes worthless. */
    @GetMapping("/cancellations")
    public Mono<Rendering> askCancel(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String reference,
            @PathVariable String key) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        L link = link(reference, key);
        return found(link)
                .map(
                        unpaid ->
                                isOpen(unpaid)
                                        ? question(unpaid)
                                                .with("here", "/" + language.tag() + link.path())
                                                .rendering()
                                        : Redirects.to(language, link.path()));
    }

    /** Gives it up; what was typed, or lay in the cart, is still there. */
    @PostMapping("/cancellations")
    public Mono<Rendering> cancel(
            Language language, @PathVariable String reference, @PathVariable String key) {
        L link = link(reference, key);
        return found(link)
                .flatMap(
                        before ->
                                cancel(before)
                                        .map(after -> afterwards(language, link, before, after)));
    }

    private Rendering afterwards(Language language, L link, T before, T after) {
        String next = next(before, after);
        return Redirects.to(language, next == null ? link.path() : next);
    }
}
