package org.lfnkr.zabuton.giving.plans;

import org.lfnkr.zabuton.giving.GiftPlan;
import org.lfnkr.zabuton.giving.GiftPlanId;
import org.lfnkr.zabuton.outbox.OutboxEvent;
import org.lfnkr.zabuton.outbox.OutboxHandler;
import org.lfnkr.zabuton.payments.plans.PlanCardExpiring;
import org.lfnkr.zabuton.payments.plans.PlanChangeRefused;
import org.lfnkr.zabuton.payments.plans.PlanChanged;
import org.lfnkr.zabuton.payments.plans.PlanChargeDropped;
import org.lfnkr.zabuton.payments.plans.PlanChargeFailed;
import org.lfnkr.zabuton.payments.plans.PlanChargeRecovered;
import org.lfnkr.zabuton.payments.plans.PlanEnded;
import org.lfnkr.zabuton.payments.plans.PlanHeld;
import org.lfnkr.zabuton.payments.plans.PlanStarted;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;

import java.util.function.BiFunction;

/** What a plan of gifts does when something happens to it in payments. */
@Configuration(proxyBeanMethods = false)
class PlanFollowers {

    private final GiftPlanStore store;
    private final PlanCourse course;

    PlanFollowers(GiftPlanStore store, PlanCourse course) {
        this.store = store;
        this.course = course;
    }

    @Bean
    OutboxHandler<PlanStarted> giftPlanStarted() {
        return on(
                "giving.plan-start",
                PlanStarted.class,
                (plan, event) -> course.start(plan, event.at()));
    }

    @Bean
    OutboxHandler<PlanChanged> giftPlanChanged() {
        return on("giving.plan-change", PlanChanged.class, course::change);
    }

    @Bean
    OutboxHandler<PlanChangeRefused> giftPlanChangeRefused() {
        return on(
                "giving.plan-refusal",
                PlanChangeRefused.class,
                (plan, event) -> course.refuse(plan, event.at()));
    }

    @Bean
    OutboxHandler<PlanChargeFailed> giftPlanChargeFailed() {
        return on("giving.plan-failure", PlanChargeFailed.class, course::fail);
    }

    @Bean
    OutboxHandler<PlanChargeRecovered> giftPlanChargeRecovered() {
        return on(
                "giving.plan-recovery",
                PlanChargeRecovered.class,
                (plan, event) -> course.recover(plan, event.invoice(), event.at()));
    }

    @Bean
    OutboxHandler<PlanChargeDropped> giftPlanChargeDropped() {
        return on(
                "giving.plan-drop",
                PlanChargeDropped.class,
                (plan, event) -> course.drop(plan, event.at()));
    }

    @Bean
    OutboxHandler<PlanCardExpiring> giftPlanCardExpiring() {
        return on("giving.plan-card", PlanCardExpiring.class, course::cardExpires);
    }

    @Bean
    OutboxHandler<PlanHeld> giftPlanHeld() {
        return on(
                "giving.plan-hold", PlanHeld.class, (plan, event) -> course.hold(plan, event.at()));
    }

    @Bean
    OutboxHandler<PlanEnded> giftPlanEnded() {
        return on("giving.plan-end", PlanEnded.class, course::end);
    }

    private <E extends OutboxEvent> OutboxHandler<E> on(
            String name, Class<E> event, BiFunction<GiftPlan, E, Mono<Void>> step) {
        return new Follower<>(name, event, step, store);
    }

    /** Plans of other things than gifts are none of our business. */
    private record Follower<E extends OutboxEvent>(
            String name,
            Class<E> event,
            BiFunction<GiftPlan, E, Mono<Void>> step,
            GiftPlanStore store)
            implements OutboxHandler<E> {

        @Override
        public Mono<Void> handle(E happened) {
            return Mono.justOrEmpty(GiftPlanId.ofPurpose(happened.stream()))
                    .flatMap(store::lock)
                    .flatMap(plan -> step.apply(plan, happened));
        }
    }
}
