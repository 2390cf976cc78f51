package org.lfnkr.zabuton.funds.policies;

import org.lfnkr.zabuton.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

import reactor.core.publisher.Mono;

/** Tells everybody how money is shared, was shared and will be, and why. */
@Controller
class PolicyHistoryController {

    private final Policies policies;

    PolicyHistoryController(Policies policies) {
        this.policies = policies;
    }

    @GetMapping("/{lang:en|ja}/how-we-share")
    Mono<Rendering> show() {
        return policies.shown()
                .map(
                        versions ->
                                Page.of("funds/how-we-share")
                                        .with("versions", versions)
                                        .rendering());
    }
}
