package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.bookkeeping.SpendingChanged;
import org.lfnkr.zabuton.funds.disbursements.DisbursementReturned;
import org.lfnkr.zabuton.funds.disbursements.DisbursementTakenAgain;
import org.lfnkr.zabuton.impact.Cause;
import org.lfnkr.zabuton.outbox.OutboxEvent;
import org.lfnkr.zabuton.outbox.OutboxHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.function.Function;

/** What changes what may be said of bought and delivered units. */
@Configuration(proxyBeanMethods = false)
class OutcomeHandlers {

    private final Following following;
    private final Clock clock;

    OutcomeHandlers(Following following, Clock clock) {
        this.following = following;
        this.clock = clock;
    }

    @Bean
    OutboxHandler<OutcomeMoved> followOutcomes() {
        return new Handler<>("funds.outcome", OutcomeMoved.class, following::purchase);
    }

    @Bean
    OutboxHandler<SpendingChanged> followMoney() {
        return new Handler<>(
                "funds.outcome-money",
                SpendingChanged.class,
                changed -> following.money(changed.subjects(), changed.at()));
    }

    /** After the books: what is kept of the purchase is known now. */
    @Bean
    OutboxHandler<DisbursementReturned> followReturns() {
        return new Handler<>(
                "funds.outcome-return",
                DisbursementReturned.class,
                back ->
                        following.purchase(
                                new OutcomeMoved(
                                        back.disbursement(), Cause.MONEY, clock.instant())));
    }

    /** As after a return: more of it is kept again. */
    @Bean
    OutboxHandler<DisbursementTakenAgain> followTakenAgain() {
        return new Handler<>(
                "funds.outcome-taken-again",
                DisbursementTakenAgain.class,
                again ->
                        following.purchase(
                                new OutcomeMoved(
                                        again.disbursement(), Cause.MONEY, clock.instant())));
    }

    private record Handler<E extends OutboxEvent>(
            String name, Class<E> event, Function<E, Mono<Void>> following)
            implements OutboxHandler<E> {

        @Override
        public Mono<Void> handle(E happened) {
            return following.apply(happened);
        }
    }
}
