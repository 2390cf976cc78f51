package org.lfnkr.zabuton.giving.thanks;

import static java.util.stream.Collectors.groupingBy;

import org.lfnkr.zabuton.giving.thanks.PublicName.State;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.UUID;

/** Where staff read the names that givers chose, before anybody else does. */
@Controller
@RequestMapping("/{lang:en|ja}/desk/thanks")
class ThanksDeskController {

    private final PublicNames names;

    ThanksDeskController(PublicNames names) {
        this.names = names;
    }

    /** What a form sends: what is to become of a name. */
    record Choice(State state) {}

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return names.toRead()
                .collect(groupingBy(PublicName::state))
                .map(
                        names ->
                                Page.of("giving/desk")
                                        .with("names", names)
                                        .with("states", State.values())
                                        .rendering());
    }

    @PostMapping("/{name}")
    Mono<Rendering> decide(
            Language language, @PathVariable UUID name, Choice choice, Principal staff) {
        return names.decide(name, choice.state(), staff.getName())
                .thenReturn(Redirects.to(language, "/desk/thanks"));
    }
}
