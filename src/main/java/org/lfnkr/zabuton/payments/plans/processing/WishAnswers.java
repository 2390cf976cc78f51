package org.lfnkr.zabuton.payments.plans.processing;

import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanChangeRefused;
import org.lfnkr.zabuton.payments.plans.settlement.Wish;
import org.lfnkr.zabuton.payments.plans.settlement.Wish.Kind;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.UUID;

/** Notes what became of wishes, and tells of those that were refused. */
@Component
class WishAnswers {

    private final WishStore store;
    private final Outbox outbox;
    private final Clock clock;

    WishAnswers(WishStore store, Outbox outbox, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** It was carried out. */
    Mono<Void> fulfil(UUID wish) {
        return store.close(wish, "DONE").then();
    }

    /** Says whether it was still waiting. Of what nobody asked for nobody is told. */
    Mono<Boolean> refuse(Plan plan, Wish wish, String reason) {
        return store.close(wish.id(), "REFUSED")
                .flatMap(
                        waiting ->
                                waiting
                                        ? tell(plan, wish, reason).thenReturn(true)
                                        : Mono.just(false));
    }

    private Mono<Void> tell(Plan plan, Wish wish, String reason) {
        return wish.kind() == Kind.ALIGN || wish.kind() == Kind.GIVE_UP
                ? Mono.empty()
                : outbox.append(refusal(plan, wish, reason));
    }

    private PlanChangeRefused refusal(Plan plan, Wish wish, String reason) {
        return new PlanChangeRefused(
                plan.id(), plan.purpose(), wish.kind().what(), reason, clock.instant());
    }
}
