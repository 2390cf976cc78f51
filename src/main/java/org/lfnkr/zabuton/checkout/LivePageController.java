package org.lfnkr.zabuton.checkout;

import org.lfnkr.zabuton.kernel.Language;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The page of an order or a gift, which is also where Stripe sends people back to, and which
 * follows what happens while it is shown.
 *
 * @param <L> what opens it
 * @param <T> what it is about
 */
public abstract class LivePageController<L extends PageLink, T> extends LinkedController<L, T> {

    /**
     * @param unreached whether the payment page could not be opened just now
     */
    protected abstract Mono<Rendering> page(
            ServerWebExchange exchange, Language language, T shown, boolean unreached);

    /**
     * Tells whenever it is no more as it was seen.
     *
     * @param seen the state that the page shows
     */
    protected abstract Flux<ServerSentEvent<String>> changes(L link, String seen);

    @GetMapping
    public Mono<Rendering> show(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String reference,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String payment) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return found(link(reference, key))
                .flatMap(shown -> page(exchange, language, shown, "unreached".equals(payment)));
    }

    @GetMapping(value = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ResponseBody
    public Flux<ServerSentEvent<String>> changes(
            @PathVariable String reference,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String seen) {
        L link = link(reference, key);
        return found(link).thenMany(changes(link, seen));
    }
}
