package org.lfnkr.zabuton.payments.plans;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.plans.AddressStore.Due;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

/**
 * Tells Stripe by which mail address a payer is reached now, again and again until it answers. What
 * it refuses it would refuse for ever, so that is noted and left.
 */
@Component
public class AddressSender {

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

    public Mono<Long> sendDue() {
        return store.claim()
                .collectList()
                .flatMapIterable(due -> due)
                .concatMap(due -> plans.find(due.plan()).flatMap(plan -> send(plan, due)))
                .count();
    }

    /** Says whether nothing is left to tell: an erased payer has no address. */
    private Mono<Boolean> send(Plan plan, Due due) {
        return store.email(plan)
                .flatMap(email -> send(plan, due, email))
                .switchIfEmpty(Mono.defer(() -> done(plan, due)));
    }

    /** A page that is still open may make a customer yet, of the address before. */
    private Mono<Boolean> send(Plan plan, Due due, EmailAddress email) {
        String customer = plan.customer();
        if (customer == null) {
            return plan.status().isOver() ? done(plan, due) : Mono.just(false);
        }
        return stripe.reach(customer, email).flatMap(answer -> conclude(plan, due, answer));
    }

    private Mono<Boolean> conclude(Plan plan, Due due, Answer<String> answer) {
        return switch (answer) {
            case Answer.Known<String> known -> done(plan, due);
            case Answer.Refused<String> refused when refused.isAbsence() -> done(plan, due);
            case Answer.Refused<String> refused -> giveUp(plan, due, refused.code());
            default -> Mono.just(false);
        };
    }

    private Mono<Boolean> done(Plan plan, Due due) {
        return store.done(plan, due).as(transaction::transactional).thenReturn(true);
    }

    private Mono<Boolean> giveUp(Plan plan, Due due, String code) {
        return store.done(plan, due)
                .filter(waiting -> waiting)
                .flatMap(
                        waiting ->
                                audit.record(
                                        "payments",
                                        "customer.address-refused",
                                        plan.id().toString(),
                                        code))
                .as(transaction::transactional)
                .thenReturn(true);
    }
}
