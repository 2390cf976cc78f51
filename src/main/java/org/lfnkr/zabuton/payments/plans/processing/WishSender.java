package org.lfnkr.zabuton.payments.plans.processing;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.outbox.Job;
import org.lfnkr.zabuton.outbox.WorkItem;
import org.lfnkr.zabuton.outbox.WorkResult;
import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Outcome;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanProvider;
import org.lfnkr.zabuton.payments.plans.PlanStatus;
import org.lfnkr.zabuton.payments.plans.PlanUpdates;
import org.lfnkr.zabuton.payments.plans.settlement.Standing;
import org.lfnkr.zabuton.payments.plans.settlement.Wish;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.UUID;

/**
 * Sends wishes to Stripe until it is known what became of them. That a wish was carried out is seen
 * in the subscription's metadata, by whoever asks.
 */
@Component
public class WishSender implements Job {

    static final String KIND = "payments.wish";

    private final WishStore store;
    private final PlanUpdates updates;
    private final WishAnswers answers;
    private final PlanStore plans;
    private final PlanRecords records;
    private final PlanProvider stripe;
    private final PlanInquiry inquiry;
    private final RetrySender retries;
    private final AuditTrail audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    WishSender(
            WishStore store,
            PlanUpdates updates,
            WishAnswers answers,
            PlanStore plans,
            PlanRecords records,
            PlanProvider stripe,
            PlanInquiry inquiry,
            RetrySender retries,
            AuditTrail audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.store = store;
        this.updates = updates;
        this.answers = answers;
        this.plans = plans;
        this.records = records;
        this.stripe = stripe;
        this.inquiry = inquiry;
        this.retries = retries;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Sends what is wished of a plan, one after the other; the next when one is answered. */
    @Override
    public Mono<WorkResult> attempt(WorkItem item) {
        return sendAll(new PlanId(UUID.fromString(item.key())));
    }

    private Mono<WorkResult> sendAll(PlanId plan) {
        return oldest(plan)
                .flatMap(wish -> send(wish).flatMap(outcome -> afterwards(wish, outcome)))
                .defaultIfEmpty(WorkResult.DONE);
    }

    private Mono<Wish> oldest(PlanId plan) {
        return store.waiting(plan)
                .collectList()
                .flatMap(all -> Mono.justOrEmpty(all.stream().findFirst()));
    }

    private Mono<WorkResult> afterwards(Wish wish, Outcome outcome) {
        return store.isWaiting(wish.id())
                .flatMap(
                        waiting ->
                                waiting
                                        ? Mono.just(new WorkResult.Failed(outcome.name()))
                                        : sendAll(wish.plan()));
    }

    /**
     * Stripe is asked first: what is overdue now is to be known, and whether the wish was carried
     * out before, because after a day Stripe forgets the key.
     */
    private Mono<Outcome> send(Wish wish) {
        return inquiry.ask(wish.plan())
                .flatMap(
                        outcome ->
                                outcome.isSettledForNow() ? sendStill(wish) : Mono.just(outcome));
    }

    private Mono<Outcome> sendStill(Wish wish) {
        return store.isWaiting(wish.id())
                .filter(waiting -> waiting)
                .flatMap(waiting -> plans.find(wish.plan()))
                .flatMap(plan -> carryOut(plan, wish))
                .defaultIfEmpty(Outcome.DONE);
    }

    private Mono<Outcome> carryOut(Plan plan, Wish wish) {
        return switch (wish.kind()) {
            case RETRY -> retries.send(plan, wish);
            case ALIGN -> align(plan, wish);
            case GIVE_UP -> plan.status() == PlanStatus.PAST_DUE ? change(plan, wish) : close(wish);
            default -> change(plan, wish);
        };
    }

    /** Too late, it would charge twice; where it is still needed, it is asked for anew. */
    private Mono<Outcome> align(Plan plan, Wish wish) {
        return records.gather(plan)
                .map(recorded -> new Standing(recorded, clock.instant()))
                .filter(standing -> standing.isAlignable(updates.day(wish.parameters())))
                .flatMap(standing -> change(plan, wish))
                .switchIfEmpty(Mono.defer(() -> close(wish)));
    }

    private Mono<Outcome> close(Wish wish) {
        return answers.fulfil(wish.id()).as(transaction::transactional).thenReturn(Outcome.DONE);
    }

    private Mono<Outcome> change(Plan plan, Wish wish) {
        return dropOverdue(plan, wish)
                .flatMap(
                        dropped ->
                                dropped
                                        ? tell(plan, wish)
                                                .flatMap(answer -> answered(plan, wish, answer))
                                        : Mono.just(Outcome.UNREACHABLE));
    }

    /** Says whether nothing stays that may be charged still. */
    private Mono<Boolean> dropOverdue(Plan plan, Wish wish) {
        return wish.kind().dropsOverdue()
                ? records.gather(plan)
                        .flatMapIterable(recorded -> recorded.overdue().keySet())
                        .concatMap(invoice -> drop(wish, invoice))
                        .all(dropped -> dropped)
                        .flatMap(dropped -> dropped ? dropDrafts(plan, wish) : Mono.just(false))
                : Mono.just(true);
    }

    /** What lies as a draft for an hour may be charged although it is paused meanwhile. */
    private Mono<Boolean> dropDrafts(Plan plan, Wish wish) {
        return stripe.dropDrafts(String.valueOf(plan.subscription()), wish.idempotencyKey())
                .map(answer -> answer instanceof Answer.Known || answer instanceof Answer.Refused);
    }

    /** One that is paid or dropped meanwhile is not open any more, which Stripe refuses to void. */
    private Mono<Boolean> drop(Wish wish, String invoice) {
        return stripe.voidInvoice(invoice, wish.idempotencyKey() + ":" + invoice)
                .map(answer -> answer instanceof Answer.Known || answer instanceof Answer.Refused);
    }

    private Mono<Answer<String>> tell(Plan plan, Wish wish) {
        String subscription = String.valueOf(plan.subscription());
        return wish.kind().isAtOnce()
                ? stripe.cancel(subscription)
                : stripe.update(subscription, wish.parameters(), wish.idempotencyKey());
    }

    private Mono<Outcome> answered(Plan plan, Wish wish, Answer<String> answer) {
        return switch (answer) {
            case Answer.Known<String> done -> inquiry.ask(plan.id());
            case Answer.Refused<String>(String code) -> refuse(plan, wish, code);
            case Answer.Mismatched<String> mismatch -> report(plan, wish);
            default -> Mono.just(Outcome.UNREACHABLE);
        };
    }

    /** It may have ended meanwhile, which answers the wish in its own way. */
    private Mono<Outcome> refuse(Plan plan, Wish wish, String code) {
        return inquiry.ask(plan.id())
                .filter(Outcome::isSettledForNow)
                .flatMap(
                        outcome ->
                                answers.refuse(plan, wish, code)
                                        .as(transaction::transactional)
                                        .thenReturn(outcome))
                .defaultIfEmpty(Outcome.UNREACHABLE);
    }

    /** Somebody changed what must not change. It is not tried under another key by itself. */
    private Mono<Outcome> report(Plan plan, Wish wish) {
        return audit.record(
                        "payments",
                        "plan.key-mismatch",
                        plan.id().toString(),
                        wish.idempotencyKey())
                .thenReturn(Outcome.UNREACHABLE);
    }
}
