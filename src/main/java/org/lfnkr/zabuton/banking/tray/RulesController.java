package org.lfnkr.zabuton.banking.tray;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Told;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Where staff see what is suggested of known payers, and finance ends that. */
@Controller
@Needs(Right.SEE_BOOKS)
@RequestMapping("/{lang:en|ja}" + RulesController.PATH)
class RulesController {

    static final String PATH = "/desk/bank/rules";

    private static final String ENDED = "banking.told.rule-ended";
    private static final String BEFORE = "banking.told.rule-before";

    private final PayerRules rules;
    private final Clock clock;

    RulesController(PayerRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * @param after what stood last on the page before
     */
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange, @RequestParam(defaultValue = "") String after) {
        String told = Told.take(exchange, List.of(ENDED, BEFORE));
        return rules.versions(Slice.id(after))
                .collectList()
                .map(Slice::of)
                .map(
                        versions ->
                                Page.of("banking/rules")
                                        .with("versions", versions)
                                        .with("begun", after.isEmpty())
                                        .with("told", told)
                                        .rendering());
    }

    @Needs(Right.KEEP_BANK)
    @PostMapping("/{rule}/endings")
    Mono<Rendering> end(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String rule,
            @AuthenticationPrincipal Colleague staff) {
        String by = staff.account().toString();
        UUID id = Slice.id(rule);
        return rules.end(id, by, clock.instant())
                .map(
                        ended ->
                                Told.on(
                                        exchange,
                                        "/" + language.tag() + PATH,
                                        ended ? ENDED : BEFORE));
    }
}
