package org.lfnkr.zabuton.giving.thanks;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/** Thanks givers by the names that they chose. */
@Controller
class ThanksController {

    private final Thanks thanks;

    ThanksController(Thanks thanks) {
        this.thanks = thanks;
    }

    /** Nobody keeps a copy: a name that is taken back is gone everywhere. */
    @GetMapping("/{lang:en|ja}/thanks")
    Mono<Rendering> show(ServerWebExchange exchange, Language language) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return thanks.names(language)
                .map(names -> Page.of("giving/thanks").with("names", names).rendering());
    }
}
