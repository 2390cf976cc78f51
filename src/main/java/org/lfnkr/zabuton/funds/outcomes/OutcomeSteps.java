package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.impact.Cause;
import org.lfnkr.zabuton.outbox.Outbox;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** Notes the steps of a purchase, in the caller's transaction; whose money it was is told. */
@Component
class OutcomeSteps {

    private final OutcomeStore store;
    private final Outbox outbox;
    private final AuditTrail audit;

    OutcomeSteps(OutcomeStore store, Outbox outbox, AuditTrail audit) {
        this.store = store;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * @param actor the account of the member of staff
     */
    Mono<Noted> buy(PurchaseDraft it, String actor, Instant now) {
        return store.buy(it, now)
                .flatMap(done -> noted(done, it.disbursement(), "outcome.bought", actor, now));
    }

    /**
     * @param actor the account of the member of staff
     */
    Mono<Noted> deliver(Delivery it, String actor, Instant now) {
        return store.deliver(it, now)
                .flatMap(done -> noted(done, it.disbursement(), "outcome.delivered", actor, now));
    }

    private Mono<Noted> noted(
            boolean done, UUID disbursement, String act, String actor, Instant now) {
        return done
                ? outbox.append(new OutcomeMoved(disbursement, Cause.STEP, now))
                        .then(audit.record(actor, act, disbursement.toString(), "desk"))
                        .thenReturn(Noted.DONE)
                : Mono.just(Noted.OVER);
    }
}
