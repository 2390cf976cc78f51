package org.lfnkr.zabuton.payments.plans;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.PlanId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.util.Optional;

/**
 * Has Stripe delete customers, again and again until it says that they are gone. Asking twice does
 * no harm: what is deleted is refused as absent, which is an answer as well.
 */
@Component
public class RemovalSender {

    private final RemovalStore store;
    private final PlanStore plans;
    private final Wishes wishes;
    private final CustomerProvider stripe;
    private final AuditTrail audit;
    private final TransactionalOperator transaction;

    RemovalSender(
            RemovalStore store,
            PlanStore plans,
            Wishes wishes,
            CustomerProvider stripe,
            AuditTrail audit,
            TransactionalOperator transaction) {
        this.store = store;
        this.plans = plans;
        this.wishes = wishes;
        this.stripe = stripe;
        this.audit = audit;
        this.transaction = transaction;
    }

    public Mono<Long> sendDue() {
        return store.claim()
                .collectList()
                .flatMapIterable(due -> due)
                .concatMap(this::send)
                .count();
    }

    /** Says whether the customer is gone. */
    private Mono<Boolean> send(PlanId id) {
        return plans.find(id).flatMap(plan -> isToEnd(plan) ? end(plan) : remove(plan));
    }

    /** A plan that is held never ends here; at Stripe it ends with its customer. */
    private static boolean isToEnd(Plan plan) {
        return !plan.status().isOver() && plan.status() != PlanStatus.HELD;
    }

    /** Its page may have been finished just when it was given up, which has begun the plan. */
    private Mono<Boolean> end(Plan plan) {
        return wishes.stopNow(plan.id()).as(transaction::transactional).thenReturn(false);
    }

    private Mono<Boolean> remove(Plan plan) {
        return customer(plan)
                .flatMap(
                        answer ->
                                answer instanceof Answer.Known<Optional<String>>(var customer)
                                        ? remove(plan, customer)
                                        : conclude(plan, answer));
    }

    private Mono<Answer<Optional<String>>> customer(Plan plan) {
        return plan.customer() == null && plan.session() != null
                ? stripe.customerOf(plan.session())
                : Mono.just(new Answer.Known<>(Optional.ofNullable(plan.customer())));
    }

    private Mono<Boolean> remove(Plan plan, Optional<String> customer) {
        return customer.map(id -> stripe.delete(id).flatMap(answer -> conclude(plan, answer)))
                .orElseGet(() -> done(plan));
    }

    private Mono<Boolean> conclude(Plan plan, Answer<?> answer) {
        boolean gone =
                answer instanceof Answer.Known
                        || (answer instanceof Answer.Refused<?> refused && refused.isAbsence());
        return gone ? done(plan) : Mono.just(false);
    }

    private Mono<Boolean> done(Plan plan) {
        return store.done(plan.id())
                .filter(waiting -> waiting)
                .flatMap(
                        waiting ->
                                audit.record(
                                        "payments",
                                        "customer.deleted",
                                        plan.id().toString(),
                                        "the payer was erased"))
                .as(transaction::transactional)
                .thenReturn(true);
    }
}
