package org.lfnkr.zabuton.payments.plans.processing;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Outcome;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanFacts;
import org.lfnkr.zabuton.payments.plans.PlanProvider;
import org.lfnkr.zabuton.payments.plans.processing.PlanProgress.Answered;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Optional;
import java.util.function.Function;

/** Asks Stripe about a plan, outside of any transaction, and has the answer recorded. */
@Component
public class PlanInquiry {

    private static final int PATIENCE = 8;

    private final PlanStore plans;
    private final InvoicePayments payments;
    private final PlanProvider stripe;
    private final PlanProgress progress;

    PlanInquiry(
            PlanStore plans, InvoicePayments payments, PlanProvider stripe, PlanProgress progress) {
        this.plans = plans;
        this.payments = payments;
        this.stripe = stripe;
        this.progress = progress;
    }

    public Mono<Outcome> ask(PlanId id) {
        return ask(id, null);
    }

    public Mono<Outcome> ask(PlanId id, @Nullable String subscription) {
        return ask(id, subscription, progress::apply);
    }

    /**
     * @param subscription what came of the plan, where somebody has told
     * @param record records the answer; a caller may add to the same transaction
     */
    public Mono<Outcome> ask(
            PlanId id, @Nullable String subscription, Function<Answered, Mono<Outcome>> record) {
        return plans.ticket(id)
                .flatMap(
                        ticket ->
                                new Question(subscription, ticket.number(), record).ask(ticket, 1))
                .defaultIfEmpty(Outcome.FOREIGN);
    }

    /** Asked again for as long as somebody else has recorded an answer meanwhile. */
    private final class Question {

        private final @Nullable String told;
        private final long since;
        private final Function<Answered, Mono<Outcome>> record;

        Question(@Nullable String told, long since, Function<Answered, Mono<Outcome>> record) {
            this.told = told;
            this.since = since;
            this.record = record;
        }

        private Mono<Outcome> ask(PlanStore.Ticket ticket, int time) {
            Plan plan = ticket.plan();
            if (subscription(plan) != null || plan.session() != null) {
                return facts(ticket, plan.session(), time);
            }
            return plan.triedAt() == null
                    ? progress.applyAbsence(plan.id())
                    : lookFor(ticket, time);
        }

        /** A notice may tell of a subscription before its page does, or of another one. */
        private @Nullable String subscription(Plan plan) {
            return told == null ? plan.subscription() : told;
        }

        /** The answer to its creation never reached us. */
        private Mono<Outcome> lookFor(PlanStore.Ticket ticket, int time) {
            return stripe.pageFor(ticket.plan().id(), ticket.plan().requestedAt())
                    .flatMap(answer -> found(ticket, answer, time));
        }

        private Mono<Outcome> found(
                PlanStore.Ticket ticket, Answer<Optional<String>> answer, int time) {
            return answer instanceof Answer.Known<Optional<String>>(Optional<String> session)
                    ? session.map(id -> facts(ticket, id, time))
                            .orElseGet(() -> progress.applyAbsence(ticket.plan().id()))
                    : Mono.just(Outcome.UNREACHABLE);
        }

        private Mono<Outcome> facts(PlanStore.Ticket ticket, @Nullable String session, int time) {
            Plan plan = ticket.plan();
            return payments.of(plan.id())
                    .flatMap(known -> stripe.facts(session, subscription(plan), known))
                    .flatMap(answer -> answered(ticket, answer))
                    .flatMap(outcome -> afterwards(ticket, session, outcome, time));
        }

        private Mono<Outcome> answered(PlanStore.Ticket ticket, Answer<PlanFacts> answer) {
            return switch (answer) {
                case Answer.Known<PlanFacts>(PlanFacts facts) ->
                        record.apply(
                                new Answered(ticket.plan().id(), since, ticket.number(), facts));
                case Answer.Refused<PlanFacts> gone when gone.isAbsence() ->
                        Mono.just(Outcome.FOREIGN);
                default -> Mono.just(Outcome.UNREACHABLE);
            };
        }

        private Mono<Outcome> afterwards(
                PlanStore.Ticket ticket, @Nullable String session, Outcome outcome, int time) {
            return switch (outcome) {
                case OVERTAKEN -> again(ticket.plan().id(), time);
                case TO_EXPIRE -> expire(ticket.plan().id(), session, time);
                default -> Mono.just(outcome);
            };
        }

        private Mono<Outcome> again(PlanId id, int time) {
            return time < PATIENCE
                    ? plans.ticket(id).flatMap(ticket -> ask(ticket, time + 1))
                    : Mono.just(Outcome.OVERTAKEN);
        }

        /** One that has been finished meanwhile can't be ended, and is recorded as such. */
        private Mono<Outcome> expire(PlanId id, @Nullable String session, int time) {
            return session == null
                    ? Mono.just(Outcome.DONE)
                    : stripe.expirePage(session).flatMap(answer -> expired(id, answer, time));
        }

        private Mono<Outcome> expired(PlanId id, Answer<PlanFacts.Page> answer, int time) {
            return answer instanceof Answer.Known || answer instanceof Answer.Refused
                    ? again(id, time)
                    : Mono.just(Outcome.UNREACHABLE);
        }
    }
}
