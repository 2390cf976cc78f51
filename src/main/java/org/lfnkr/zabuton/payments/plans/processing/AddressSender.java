package org.lfnkr.zabuton.payments.plans.processing;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.outbox.Job;
import org.lfnkr.zabuton.outbox.WorkItem;
import org.lfnkr.zabuton.outbox.WorkResult;
import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Outcome;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.CustomerProvider;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.UUID;

/**
 * Tells Stripe by which mail address a payer is reached now, again and again until it answers. What
 * it refuses it would refuse for ever, so that is noted and left.
 */
@Component
public class AddressSender implements Job {

    private static final WorkResult NO_CUSTOMER_YET = new WorkResult.Again(Duration.ofHours(1));

    private final AddressStore store;
    private final PlanStore plans;
    private final CustomerProvider stripe;
    private final AuditTrail audit;
    private final TransactionalOperator transaction;

    AddressSender(
            AddressStore store,
            PlanStore plans,
            CustomerProvider stripe,
            AuditTrail audit,
            TransactionalOperator transaction) {
        this.store = store;
        this.plans = plans;
        this.stripe = stripe;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return AddressStore.KIND;
    }

    @Override
    public Mono<WorkResult> attempt(WorkItem item) {
        return plans.find(new PlanId(UUID.fromString(item.key())))
                .flatMap(plan -> send(plan, item))
                .defaultIfEmpty(WorkResult.DONE);
    }

    /** An erased payer has no address. */
    private Mono<WorkResult> send(Plan plan, WorkItem item) {
        return store.email(plan)
                .flatMap(email -> send(plan, item, email))
                .switchIfEmpty(Mono.defer(() -> done(plan, item)));
    }

    /** A page that is still open may make a customer yet, of the address before. */
    private Mono<WorkResult> send(Plan plan, WorkItem item, EmailAddress email) {
        String customer = plan.customer();
        if (customer == null) {
            return plan.status().isOver() ? done(plan, item) : Mono.just(NO_CUSTOMER_YET);
        }
        return stripe.reach(customer, email).flatMap(answer -> conclude(plan, item, answer));
    }

    private Mono<WorkResult> conclude(Plan plan, WorkItem item, Answer<String> answer) {
        return switch (answer) {
            case Answer.Known<String> known -> done(plan, item);
            case Answer.Refused<String> refused when refused.isAbsence() -> done(plan, item);
            case Answer.Refused<String> refused -> giveUp(plan, item, refused.code());
            default -> Mono.just(new WorkResult.Failed(Outcome.UNREACHABLE.name()));
        };
    }

    private Mono<WorkResult> done(Plan plan, WorkItem item) {
        return store.done(plan, item).as(transaction::transactional).thenReturn(WorkResult.DONE);
    }

    private Mono<WorkResult> giveUp(Plan plan, WorkItem item, String code) {
        return store.done(plan, item)
                .filter(waiting -> waiting)
                .flatMap(
                        waiting ->
                                audit.record(
                                        "payments",
                                        "customer.address-refused",
                                        plan.id().toString(),
                                        code))
                .as(transaction::transactional)
                .thenReturn(WorkResult.DONE);
    }
}
