package org.lfnkr.zabuton.payments.plans.processing;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.outbox.WorkItem;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

/** Mail addresses that Stripe is to reach payers by from now on; in the vault until it knows. */
@Repository
class AddressStore {

    static final String KIND = "payments.address";

    private final WorkQueue queue;
    private final Vault vault;

    AddressStore(WorkQueue queue, Vault vault) {
        this.queue = queue;
        this.vault = vault;
    }

    /** In the caller's transaction; in the place of one that still waits. */
    Mono<Void> request(Plan plan, EmailAddress email) {
        return queue.add(KIND, plan.id())
                .then(vault.seal(plan.payer(), place(plan.id()), email.value()));
    }

    /** Empty once the payer is erased. */
    Mono<EmailAddress> email(Plan plan) {
        return vault.reveal(plan.payer(), place(plan.id())).map(EmailAddress::new);
    }

    /** Says whether it was still waiting; in the caller's transaction. */
    Mono<Boolean> done(Plan plan, WorkItem item) {
        return queue.finish(item)
                .delayUntil(
                        was -> was ? vault.remove(plan.payer(), place(plan.id())) : Mono.empty());
    }

    private static String place(PlanId id) {
        return "plan-address/" + id;
    }
}
