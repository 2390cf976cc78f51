package org.lfnkr.zabuton.checkout;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import reactor.core.publisher.Mono;

/**
 * What somebody reaches by the link of an order or a gift.
 *
 * @param <L> what opens its page
 * @param <T> what stands behind it
 */
public abstract class LinkedController<L extends PageLink, T> {

    LinkedController() {}

    protected abstract L link(String reference, String key);

    /** Empty where the link opens nothing. */
    protected abstract Mono<T> open(L link);

    /** What the link opens, or a page that says that there is none. */
    protected Mono<T> found(L link) {
        return open(link)
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
