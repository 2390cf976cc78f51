package org.lfnkr.zabuton.giving.plans;

import org.lfnkr.zabuton.giving.pledges.PledgeLinks;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.plans.OverdueCharge;
import org.lfnkr.zabuton.payments.plans.processing.Plans;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.net.URI;

/** The pages at Stripe on which a giver pays what failed, or leaves another card. */
@Component
class PlanCards {

    private final Plans plans;
    private final PledgeLinks links;

    PlanCards(Plans plans, PledgeLinks links) {
        this.plans = plans;
        this.links = links;
    }

    /**
     * Where the giver pays what failed, or leaves another card where nothing is overdue. Never
     * within a transaction: Stripe is asked.
     */
    Mono<Opening> repair(GiftPlanView plan) {
        OverdueCharge overdue = plan.payments().overdue();
        URI page = overdue == null ? null : overdue.actionUrl();
        return page == null ? card(plan) : Mono.just(new Opening.Open(page));
    }

    /** Where the giver leaves another card. Never within a transaction: Stripe is asked. */
    Mono<Opening> card(GiftPlanView plan) {
        URI back = links.address(plan.plan().reference(), plan.plan().language());
        return plans.cardPage(plan.plan().payments(), back);
    }
}
