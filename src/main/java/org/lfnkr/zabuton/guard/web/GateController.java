package org.lfnkr.zabuton.guard.web;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.guard.Gate;
import org.lfnkr.zabuton.guard.GateMode;
import org.lfnkr.zabuton.guard.Guard;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;

import reactor.core.publisher.Mono;

import java.security.Principal;

/** Where staff see how many try to reach Stripe's page, and stop them. */
@Controller
@Needs(Right.SEE_GATES)
@RequestMapping("/{lang:en|ja}/desk/gates")
class GateController {

    private final Guard guard;

    GateController(Guard guard) {
        this.guard = guard;
    }

    /** What a form sends: the mode that was chosen. */
    record Choice(GateMode mode) {}

    @GetMapping
    Mono<Rendering> show() {
        return guard.gates()
                .collectList()
                .map(
                        gates ->
                                Page.of("guard/gates")
                                        .with("gates", gates)
                                        .with("modes", GateMode.values())
                                        .rendering());
    }

    @Needs(Right.SET_GATES)
    @PostMapping("/{gate}")
    Mono<Rendering> set(
            Language language, @PathVariable Gate gate, Choice choice, Principal staff) {
        return guard.set(gate, choice.mode(), staff.getName())
                .thenReturn(Redirects.to(language, "/desk/gates"));
    }
}
