package org.lfnkr.zabuton.giving.plans;

import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.PlanPage;
import org.lfnkr.zabuton.kernel.Language;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows the plan of a pledge where its link is opened. */
@Component
class PledgedPlanPage implements PlanPage {

    private final GiftPlans plans;
    private final PlanPages pages;

    PledgedPlanPage(GiftPlans plans, PlanPages pages) {
        this.plans = plans;
        this.pages = pages;
    }

    @Override
    public Mono<Rendering> open(
            ServerWebExchange exchange,
            Pledge pledge,
            Language language,
            String here,
            boolean card) {
        return plans.of(pledge)
                .flatMap(
                        plan ->
                                pages.open(
                                        plan,
                                        language,
                                        here,
                                        card,
                                        WishNotice.take(exchange, plan.payments().wishPending())));
    }

    @Override
    public Mono<String> version(Pledge pledge) {
        return plans.of(pledge).flatMap(pages::version);
    }

    @Override
    public Flux<String> streams(Pledge pledge) {
        return plans.of(pledge)
                .flatMapMany(
                        plan ->
                                Flux.just(
                                        plan.plan().id().purpose(), plan.pledge().id().purpose()));
    }
}
