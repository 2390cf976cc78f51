package org.lfnkr.zabuton.giving.raises;

import org.lfnkr.zabuton.giving.plans.GiftPlanStore;
import org.lfnkr.zabuton.giving.plans.GiftPlanView;
import org.lfnkr.zabuton.giving.plans.GiftPlans;
import org.lfnkr.zabuton.impact.Claims;
import org.lfnkr.zabuton.impact.OutcomePrice;
import org.lfnkr.zabuton.impact.PriceVersion;
import org.lfnkr.zabuton.payments.plans.WishResult;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What was asked, how it stands now, and what is answered. */
@Service
class Raises {

    private final RaiseStore store;
    private final GiftPlanStore planStore;
    private final GiftPlans plans;
    private final Claims claims;
    private final Clock clock;

    Raises(RaiseStore store, GiftPlanStore planStore, GiftPlans plans, Claims claims, Clock clock) {
        this.store = store;
        this.planStore = planStore;
        this.plans = plans;
        this.claims = claims;
        this.clock = clock;
    }

    /** Empty where nothing was asked under that name. */
    Mono<Raise> find(UUID id) {
        return store.find(id)
                .flatMap(
                        it ->
                                Mono.zip(
                                                planStore.find(it.plan()).flatMap(plans::view),
                                                claims.all().collectList(),
                                                store.isQuiet(it.supporter()))
                                        .map(
                                                all ->
                                                        new Raise(
                                                                it,
                                                                all.getT1(),
                                                                price(all.getT2(), it.priceWas()),
                                                                price(all.getT2(), it.price()),
                                                                all.getT3())));
    }

    private static OutcomePrice price(List<PriceVersion> versions, UUID id) {
        return versions.stream()
                .filter(version -> version.id().equals(id))
                .findFirst()
                .flatMap(PriceVersion::price)
                .orElseThrow();
    }

    /** Leaves the gift as it is; what was answered before stays. */
    Mono<Void> keep(Raise raise) {
        return answer(raise, RaiseQuestion.Answer.KEPT);
    }

    private Mono<Void> answer(Raise raise, RaiseQuestion.Answer answer) {
        return store.answer(raise.question().id(), answer, clock.instant());
    }

    /**
     * Wishes the sum that was asked for; what was answered before stays, and what can't be changed
     * now is not answered.
     */
    @Transactional
    public Mono<WishResult> raise(Raise raise) {
        GiftPlanView plan = raise.plan();
        return store.lockOpen(raise.question().id())
                .filter(open -> open)
                .flatMap(
                        open ->
                                plans.change(
                                        plan,
                                        plan.pledge().frequency(),
                                        raise.question().suggested(),
                                        plan.pledge().parts().isCovered()))
                .delayUntil(
                        result ->
                                result instanceof WishResult.Noted
                                        ? answer(raise, RaiseQuestion.Answer.RAISED)
                                        : Mono.empty())
                .defaultIfEmpty(new WishResult.Noted());
    }

    /** Never asks them again. */
    Mono<Void> quiet(Raise raise) {
        return store.quiet(raise.question().supporter(), clock.instant());
    }
}
