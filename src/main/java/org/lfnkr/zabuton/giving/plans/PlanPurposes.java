package org.lfnkr.zabuton.giving.plans;

import org.lfnkr.zabuton.content.GiftTerms;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.GiftEstimates;
import org.lfnkr.zabuton.giving.pledges.OpenCauses;
import org.lfnkr.zabuton.giving.purposes.Destination;
import org.lfnkr.zabuton.giving.purposes.Destinations;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.OutcomePrice;
import org.lfnkr.zabuton.payments.plans.WishResult;
import org.lfnkr.zabuton.supporters.Supporters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Optional;
import java.util.UUID;

/**
 * Lets a running plan be for something else. What was charged stays what it was; each later charge
 * is under another pledge, to whose purpose the giver has agreed.
 */
@Service
public class PlanPurposes {

    private final OpenCauses open;
    private final Destinations destinations;
    private final GiftPlans plans;
    private final GiftEstimates estimates;
    private final GiftTerms terms;
    private final Supporters supporters;

    PlanPurposes(
            OpenCauses open,
            Destinations destinations,
            GiftPlans plans,
            GiftEstimates estimates,
            GiftTerms terms,
            Supporters supporters) {
        this.open = open;
        this.destinations = destinations;
        this.plans = plans;
        this.estimates = estimates;
        this.terms = terms;
        this.supporters = supporters;
    }

    /** What else it can be for: nothing that is full or closed. */
    public Flux<Destination> offered(GiftPlanView plan) {
        return Flux.fromIterable(open.causes())
                .filter(cause -> !cause.fund().equals(plan.pledge().fund()))
                .concatMap(destinations::of)
                .filter(to -> !to.isElsewhere());
    }

    /** Whether what a running plan is for is full or closed. */
    Mono<Boolean> takesNoMore(GiftPlanView plan) {
        return plan.state().isRunning()
                ? destinations.of(Cause.of(plan.pledge().fund())).map(Destination::isElsewhere)
                : Mono.just(false);
    }

    /** The one of them that is called so; empty where none is. */
    Mono<Destination> offered(GiftPlanView plan, String code) {
        return offered(plan).filter(to -> to.wished().code().equals(code)).next();
    }

    /** What each charge could do then; empty where nothing is claimed. */
    Mono<Optional<ImpactStory>> story(GiftPlanView plan, Destination to) {
        Pledge pledge = plan.pledge();
        return estimates
                .price(to.goesTo())
                .map(
                        price ->
                                Optional.of(
                                        estimates.story(price, pledge.parts(), pledge.frequency())))
                .defaultIfEmpty(Optional.empty());
    }

    /** Wishes it, and keeps that the giver has agreed to it in the words of their language. */
    @Transactional
    public Mono<WishResult> devote(GiftPlanView plan, Destination to) {
        return estimates
                .price(to.goesTo())
                .map(OutcomePrice::id)
                .map(Optional::of)
                .defaultIfEmpty(Optional.<UUID>empty())
                .flatMap(
                        price ->
                                plans.devote(
                                        plan, to, GiftTerms.VERSION.toString(), price.orElse(null)))
                .delayUntil(result -> agree(plan, to, result));
    }

    private Mono<Void> agree(GiftPlanView plan, Destination to, WishResult result) {
        Cause cause = to.goesTo();
        return result instanceof WishResult.Noted
                ? supporters.consent(
                        plan.pledge().supporter(),
                        cause.code(),
                        GiftTerms.VERSION.toString(),
                        to.agreement(terms, plan.plan().language()))
                : Mono.empty();
    }
}
