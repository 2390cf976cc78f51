package org.lfnkr.zabuton.giving.raises;

import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.GiftCharged;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.giving.plans.GiftPlanView;
import org.lfnkr.zabuton.giving.plans.GiftPlans;
import org.lfnkr.zabuton.giving.pledges.PledgeStore;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.OutcomePrice;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.outbox.OutboxHandler;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Asks whether to raise a regular gift, after a charge of it was paid: so everybody is looked at in
 * their own rhythm, and nobody while their card is in trouble.
 */
@Component
class RaiseAsking implements OutboxHandler<GiftCharged> {

    private final RaiseProperties properties;
    private final RaiseStore store;
    private final PledgeStore pledges;
    private final GiftPlans plans;
    private final Impact impact;
    private final Mail mail;
    private final Clock clock;

    RaiseAsking(
            RaiseProperties properties,
            RaiseStore store,
            PledgeStore pledges,
            GiftPlans plans,
            Impact impact,
            Mail mail,
            Clock clock) {
        this.properties = properties;
        this.store = store;
        this.pledges = pledges;
        this.plans = plans;
        this.impact = impact;
        this.mail = mail;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "giving.raise";
    }

    @Override
    public Class<GiftCharged> event() {
        return GiftCharged.class;
    }

    @Override
    public Mono<Void> handle(GiftCharged charged) {
        return Mono.justOrEmpty(PledgeId.ofPurpose(charged.purpose()))
                .filter(pledge -> properties.asked())
                .flatMap(pledges::find)
                .flatMap(plans::of)
                .filter(RaiseAsking::mayChange)
                .flatMap(this::question)
                .filterWhen(store::ask)
                .flatMap(this::tell);
    }

    private static boolean mayChange(GiftPlanView plan) {
        return plan.state() == GiftPlanView.State.ACTIVE && !plan.payments().wishPending();
    }

    /** Empty where the price of what it is for has not risen since its sum was chosen. */
    private Mono<RaiseQuestion> question(GiftPlanView plan) {
        Instant now = clock.instant();
        Pledge pledge = plan.pledge();
        return Mono.justOrEmpty(Cause.of(pledge.fund()).outcome())
                .flatMap(
                        outcome ->
                                since(plan)
                                        .flatMap(day -> impact.price(outcome, BusinessDate.of(day)))
                                        .zipWith(impact.price(outcome, BusinessDate.of(now))))
                .flatMap(
                        prices ->
                                Mono.justOrEmpty(
                                                RaiseRule.suggested(
                                                        pledge.parts().gift(),
                                                        prices.getT1(),
                                                        prices.getT2()))
                                        .map(
                                                sum ->
                                                        question(
                                                                plan,
                                                                prices.getT1(),
                                                                prices.getT2(),
                                                                sum,
                                                                now)));
    }

    /** When the sum was chosen, or left as it is when that was asked. */
    private Mono<Instant> since(GiftPlanView plan) {
        Instant chosen = plan.pledge().madeAt();
        return store.last(plan.plan().id())
                .filter(asked -> asked.isAfter(chosen))
                .defaultIfEmpty(chosen);
    }

    private static RaiseQuestion question(
            GiftPlanView plan, OutcomePrice was, OutcomePrice price, Money sum, Instant now) {
        return new RaiseQuestion(
                UUID.randomUUID(),
                plan.plan().id(),
                plan.pledge().id(),
                plan.pledge().supporter(),
                was.id(),
                price.id(),
                plan.pledge().parts().gift(),
                sum,
                now,
                null);
    }

    private Mono<Void> tell(RaiseQuestion it) {
        return pledges.find(it.pledge())
                .flatMap(
                        pledge ->
                                mail.queue(
                                        new MailRequest(
                                                RaiseLetter.KIND,
                                                RaiseLetter.reference(it),
                                                pledge.language())));
    }
}
