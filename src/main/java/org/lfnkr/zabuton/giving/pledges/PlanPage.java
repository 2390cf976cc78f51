package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.kernel.Language;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The page of a pledge that repeats, which is the page of its plan. Empty for any other. */
public interface PlanPage {

    /**
     * @param here its path, with the language
     * @param card whether a card in somebody's honour is ready
     */
    Mono<Rendering> open(
            ServerWebExchange exchange,
            Pledge pledge,
            Language language,
            String here,
            boolean card);

    /** Another one whenever the page says something else. */
    Mono<String> version(Pledge pledge);

    /** On which streams it is told what changes the page. */
    Flux<String> streams(Pledge pledge);
}
