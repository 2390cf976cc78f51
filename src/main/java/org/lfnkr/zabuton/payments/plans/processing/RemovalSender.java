package org.lfnkr.zabuton.payments.plans.processing;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.outbox.Job;
import org.lfnkr.zabuton.outbox.WorkItem;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.lfnkr.zabuton.outbox.WorkResult;
import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Outcome;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.CustomerProvider;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Has Stripe delete customers, again and again until it says that they are gone. Asking twice does
 * no harm: what is deleted is refused as absent, which is an answer as well.
 */
@Component
public class RemovalSender implements Job {

    static final String KIND = "payments.removal";

    /** Its end is sent to Stripe first. */
    private static final WorkResult ENDS = new WorkResult.Again(Duration.ofMinutes(1));

    private final WorkQueue queue;
    private final PlanStore plans;
    private final Wishes wishes;
    private final CustomerProvider stripe;
    private final AuditTrail audit;
    private final TransactionalOperator transaction;

    RemovalSender(
            WorkQueue queue,
            PlanStore plans,
            Wishes wishes,
            CustomerProvider stripe,
            AuditTrail audit,
            TransactionalOperator transaction) {
        this.queue = queue;
        this.plans = plans;
        this.wishes = wishes;
        this.stripe = stripe;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<WorkResult> attempt(WorkItem item) {
        return plans.find(new PlanId(UUID.fromString(item.key())))
                .flatMap(plan -> isToEnd(plan) ? end(plan) : remove(plan, item))
                .defaultIfEmpty(WorkResult.DONE);
    }

    /** A plan that is held never ends here; at Stripe it ends with its customer. */
    private static boolean isToEnd(Plan plan) {
        return !plan.status().isOver() && plan.status() != PlanStatus.HELD;
    }

    /** Its page may have been finished just when it was given up, which has begun the plan. */
    private Mono<WorkResult> end(Plan plan) {
        return wishes.stopNow(plan.id()).as(transaction::transactional).thenReturn(ENDS);
    }

    private Mono<WorkResult> remove(Plan plan, WorkItem item) {
        return customer(plan)
                .flatMap(
                        answer ->
                                answer instanceof Answer.Known<Optional<String>>(var customer)
                                        ? remove(plan, item, customer)
                                        : conclude(plan, item, answer));
    }

    private Mono<Answer<Optional<String>>> customer(Plan plan) {
        return plan.customer() == null && plan.session() != null
                ? stripe.customerOf(plan.session())
                : Mono.just(new Answer.Known<>(Optional.ofNullable(plan.customer())));
    }

    private Mono<WorkResult> remove(Plan plan, WorkItem item, Optional<String> customer) {
        return customer.map(id -> stripe.delete(id).flatMap(answer -> conclude(plan, item, answer)))
                .orElseGet(() -> done(plan, item));
    }

    private Mono<WorkResult> conclude(Plan plan, WorkItem item, Answer<?> answer) {
        boolean gone =
                answer instanceof Answer.Known
                        || (answer instanceof Answer.Refused<?> refused && refused.isAbsence());
        return gone
                ? done(plan, item)
                : Mono.just(new WorkResult.Failed(Outcome.UNREACHABLE.name()));
    }

    private Mono<WorkResult> done(Plan plan, WorkItem item) {
        return queue.finish(item)
                .filter(waiting -> waiting)
                .flatMap(
                        waiting ->
                                audit.record(
                                        "payments",
                                        "customer.deleted",
                                        plan.id().toString(),
                                        "the payer was erased"))
                .as(transaction::transactional)
                .thenReturn(WorkResult.DONE);
    }
}
