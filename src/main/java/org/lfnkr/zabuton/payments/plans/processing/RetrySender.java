package org.lfnkr.zabuton.payments.plans.processing;

import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Outcome;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanProvider;
import org.lfnkr.zabuton.payments.plans.settlement.Wish;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

/**
 * Tries an overdue charge again as soon as there is another card for it. One try, whatever comes of
 * it: after that, Stripe goes on with its own schedule, which this leaves as it was.
 */
@Component
class RetrySender {

    private final PlanProvider stripe;
    private final PlanRecords records;
    private final PlanInquiry inquiry;
    private final WishAnswers answers;
    private final TransactionalOperator transaction;

    RetrySender(
            PlanProvider stripe,
            PlanRecords records,
            PlanInquiry inquiry,
            WishAnswers answers,
            TransactionalOperator transaction) {
        this.stripe = stripe;
        this.records = records;
        this.inquiry = inquiry;
        this.answers = answers;
        this.transaction = transaction;
    }

    /** Of what is paid or dropped meanwhile nothing is tried. */
    Mono<Outcome> send(Plan plan, Wish wish) {
        return records.gather(plan)
                .filter(recorded -> recorded.overdue().containsKey(wish.invoice()))
                .flatMap(recorded -> stripe.payInvoice(wish.invoice(), wish.idempotencyKey()))
                .flatMap(answer -> tried(wish, answer))
                .switchIfEmpty(Mono.defer(() -> done(wish, Outcome.DONE)));
    }

    /** A bank's refusal is an answer as well, and what went wrong at Stripe is not sent again. */
    private Mono<Outcome> tried(Wish wish, Answer<String> answer) {
        return switch (answer) {
            case Answer.NotNow<String> later -> Mono.just(Outcome.UNREACHABLE);
            case Answer.Unknown<String>(boolean finished) when !finished ->
                    Mono.just(Outcome.UNREACHABLE);
            default -> learn(wish);
        };
    }

    private Mono<Outcome> learn(Wish wish) {
        return inquiry.ask(wish.plan())
                .flatMap(
                        outcome ->
                                outcome.isSettledForNow()
                                        ? done(wish, outcome)
                                        : Mono.just(outcome));
    }

    private Mono<Outcome> done(Wish wish, Outcome outcome) {
        return answers.fulfil(wish.id()).as(transaction::transactional).thenReturn(outcome);
    }
}
