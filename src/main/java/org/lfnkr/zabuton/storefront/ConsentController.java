package org.lfnkr.zabuton.storefront;

import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.plans.GiftPlanView;
import org.lfnkr.zabuton.giving.plans.GiftPlans;
import org.lfnkr.zabuton.giving.thanks.PublicNames;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/** All that a member agreed to, each with a button that takes it back. */
@Controller
@RequestMapping("/{lang:en|ja}/me/consents")
class ConsentController {

    private static final String KIND = "kind";

    private final Supporters supporters;
    private final GiftPlans plans;
    private final PublicNames names;

    ConsentController(Supporters supporters, GiftPlans plans, PublicNames names) {
        this.supporters = supporters;
        this.plans = plans;
        this.names = names;
    }

    @GetMapping
    Mono<Rendering> show(Member member) {
        return Mono.zip(supporters.consents(member).collectList(), names.of(member).collectList())
                .map(
                        both ->
                                Page.of("storefront/consents")
                                        .with("consents", both.getT1())
                                        .with("names", both.getT2())
                                        .rendering());
    }

    /** Nothing is charged under an agreement that is taken back: plans for its cause stop. */
    @PostMapping("/withdrawals")
    Mono<Rendering> withdraw(ServerWebExchange exchange, Language language, Member member) {
        return exchange.getFormData()
                .mapNotNull(typed -> typed.getFirst(KIND))
                .flatMap(kind -> stop(member, kind).then(supporters.withdraw(member, kind)))
                .then(Mono.fromSupplier(() -> Redirects.to(language, "/me/consents")));
    }

    private Mono<Void> stop(Member member, String kind) {
        return plans.of(member)
                .filter(plan -> plan.state().isRunning() && isFor(plan, kind))
                .filter(plan -> plan.state() != GiftPlanView.State.STOPPING)
                .concatMap(plan -> plans.stop(plan, ""))
                .then();
    }

    private static boolean isFor(GiftPlanView plan, String kind) {
        return Cause.of(plan.pledge().fund()).code().equals(kind);
    }
}
