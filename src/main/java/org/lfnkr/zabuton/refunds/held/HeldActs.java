package org.lfnkr.zabuton.refunds.held;

import org.lfnkr.zabuton.orders.lifecycle.HeldOrders;
import org.lfnkr.zabuton.payments.plans.processing.HeldPlans;
import org.lfnkr.zabuton.payments.processing.HeldPayments;
import org.lfnkr.zabuton.payments.processing.Hold;
import org.lfnkr.zabuton.payments.processing.HoldResult;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/** Carries a decision out, in the transaction of who has locked what it is about. */
@Component
class HeldActs {

    private final HeldPayments payments;
    private final HeldPlans plans;
    private final HeldOrders orders;

    HeldActs(HeldPayments payments, HeldPlans plans, HeldOrders orders) {
        this.payments = payments;
        this.plans = plans;
        this.orders = orders;
    }

    /**
     * @param actor the account of who decided it, or asked for it
     * @param why code, for the audit
     * @return whether it was done now
     */
    Mono<Boolean> carryOut(HeldCase known, HeldAct act, String actor, String why) {
        Hold hold = known.hold();
        return switch (act) {
            case ACCEPT -> isDone(payments.accept(hold.id(), actor, why));
            case GIVE_BACK ->
                    isDone(
                            hold.plan() == null
                                    ? payments.giveBack(hold.id(), actor, why)
                                    : plans.giveBack(hold.plan(), actor, why));
            case RELEASE -> release(known, actor, why);
        };
    }

    private static Mono<Boolean> isDone(Mono<HoldResult> result) {
        return result.map(HoldResult.Done.class::isInstance);
    }

    private Mono<Boolean> release(HeldCase known, String actor, String why) {
        return Mono.justOrEmpty(known.story())
                .flatMap(story -> orders.release(story.order().id(), actor, why))
                .defaultIfEmpty(false);
    }
}
