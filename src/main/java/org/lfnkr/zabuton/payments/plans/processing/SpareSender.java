package org.lfnkr.zabuton.payments.plans.processing;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.outbox.Job;
import org.lfnkr.zabuton.outbox.WorkItem;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.lfnkr.zabuton.outbox.WorkResult;
import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Outcome;
import org.lfnkr.zabuton.payments.plans.PlanProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

/**
 * Ends subscriptions that were begun beside the one of a plan: what they charge goes back, and they
 * must not charge again. Asking twice does no harm.
 */
@Component
public class SpareSender implements Job {

    static final String KIND = "payments.spare";

    private final WorkQueue queue;
    private final PlanProvider stripe;
    private final AuditTrail audit;
    private final TransactionalOperator transaction;

    SpareSender(
            WorkQueue queue,
            PlanProvider stripe,
            AuditTrail audit,
            TransactionalOperator transaction) {
        this.queue = queue;
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
        return stripe.cancel(item.key()).flatMap(answer -> conclude(item, answer));
    }

    private Mono<WorkResult> conclude(WorkItem item, Answer<String> answer) {
        boolean gone =
                answer instanceof Answer.Known
                        || (answer instanceof Answer.Refused<String> refused
                                && refused.isAbsence());
        return gone ? done(item) : Mono.just(new WorkResult.Failed(Outcome.UNREACHABLE.name()));
    }

    private Mono<WorkResult> done(WorkItem item) {
        return queue.finish(item)
                .filter(waiting -> waiting)
                .flatMap(
                        waiting ->
                                audit.record(
                                        "payments", "plan.spare-ended", item.key(), "second plan"))
                .as(transaction::transactional)
                .thenReturn(WorkResult.DONE);
    }
}
