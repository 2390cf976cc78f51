package org.lfnkr.zabuton.payments;

import io.micrometer.core.instrument.MeterRegistry;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Opens a plan's page at Stripe, or finds the one that is open already. */
@Component
class PlanCheckout {

    private final PlanStore plans;
    private final SealedParameters parameters;
    private final Products products;
    private final PlanProvider stripe;
    private final PlanInquiry inquiry;
    private final PlanProgress progress;
    private final AuditTrail audit;
    private final TransactionalOperator transaction;
    private final MeterRegistry meters;
    private final Clock clock;

    PlanCheckout(
            PlanStore plans,
            SealedParameters parameters,
            Products products,
            PlanProvider stripe,
            PlanInquiry inquiry,
            PlanProgress progress,
            AuditTrail audit,
            TransactionalOperator transaction,
            MeterRegistry meters,
            Clock clock) {
        this.plans = plans;
        this.parameters = parameters;
        this.products = products;
        this.stripe = stripe;
        this.inquiry = inquiry;
        this.progress = progress;
        this.audit = audit;
        this.transaction = transaction;
        this.meters = meters;
        this.clock = clock;
    }

    Mono<Opening> open(PlanId id) {
        return plans.find(id).flatMap(this::open);
    }

    private Mono<Opening> open(Plan plan) {
        if (plan.session() != null) {
            return plan.isUnfinished() ? resume(plan.id(), plan.session()) : closed(plan.id());
        }
        return plan.isTooLateToOpen(clock.instant()) ? renewAndCreate(plan) : create(plan);
    }

    private Mono<Opening> resume(PlanId id, String session) {
        return stripe.page(session).flatMap(answer -> resumed(id, answer));
    }

    private Mono<Opening> resumed(PlanId id, Answer<PlanFacts.Page> answer) {
        if (!(answer instanceof Answer.Known<PlanFacts.Page>(PlanFacts.Page page))) {
            return pending();
        }
        return page.url() != null && page.state() == Facts.SessionState.OPEN
                ? Mono.just(new Opening.Open(page.url()))
                : inquiry.ask(id).then(closed(id));
    }

    private Mono<Opening> create(Plan plan) {
        return plans.startAttempt(plan.id())
                .flatMap(this::callStripe)
                .switchIfEmpty(Mono.defer(() -> closed(plan.id())));
    }

    private Mono<Opening> callStripe(Plan plan) {
        return products.ensure(plan.product(), plan.label())
                .flatMap(there -> there ? createPage(plan) : pending());
    }

    private Mono<Opening> createPage(Plan plan) {
        return parameters
                .reveal(plan.payer(), plan.id())
                .flatMap(exact -> stripe.createPage(exact, plan.idempotencyKey()))
                .flatMap(answer -> created(plan, answer))
                .switchIfEmpty(Mono.defer(() -> reject(plan.id(), "erased")));
    }

    private Mono<Opening> created(Plan plan, Answer<PlanFacts.Page> answer) {
        return switch (answer) {
            case Answer.Known<PlanFacts.Page>(PlanFacts.Page page) -> record(plan.id(), page);
            case Answer.Refused<PlanFacts.Page> refused ->
                    refused.isOfAddress()
                            ? askForAddress(plan, refused.code())
                            : reject(plan.id(), refused.code());
            case Answer.Mismatched<PlanFacts.Page> mismatch -> reportMismatch(plan);
            case Answer.NotNow<PlanFacts.Page> busy -> pending();
            case Answer.Unknown<PlanFacts.Page>(boolean finished) ->
                    finished ? lookUp(plan) : pending();
        };
    }

    private Mono<Opening> record(PlanId id, PlanFacts.Page page) {
        return progress.opened(id, page).then(plans.find(id)).map(plan -> opening(plan, page));
    }

    private static Opening opening(Plan plan, PlanFacts.Page page) {
        return plan.status() == PlanStatus.OPEN && page.url() != null
                ? new Opening.Open(page.url())
                : new Opening.Closed(plan.status().asPayment());
    }

    private Mono<Opening> closed(PlanId id) {
        return plans.find(id).map(plan -> new Opening.Closed(plan.status().asPayment()));
    }

    private Mono<Opening> reject(PlanId id, String code) {
        return progress.fail(id).thenReturn(new Opening.Rejected(code));
    }

    /** Somebody changed what must not change. It is not tried under another key by itself. */
    private Mono<Opening> reportMismatch(Plan plan) {
        meters.counter("zabuton.payments.mismatch").increment();
        return audit.record(
                        "payments",
                        "plan.key-mismatch",
                        plan.id().toString(),
                        plan.idempotencyKey())
                .then(pending());
    }

    private static Mono<Opening> pending() {
        return Mono.just(new Opening.Pending());
    }

    /**
     * Stripe answers the same server error to this key from now on. If its list proves that no
     * session came of it, the next attempt gets a new key.
     */
    private Mono<Opening> lookUp(Plan plan) {
        return stripe.pageFor(plan.id(), plan.requestedAt())
                .flatMap(answer -> lookedUp(plan, answer));
    }

    private Mono<Opening> lookedUp(Plan plan, Answer<Optional<String>> answer) {
        return answer instanceof Answer.Known<Optional<String>>(Optional<String> session)
                ? session.map(id -> inquiry.ask(plan.id()).then(resume(plan.id(), id)))
                        .orElseGet(() -> renew(plan).then(pending()))
                : pending();
    }

    /**
     * As for a single payment, see {@link Checkout}: Stripe's page asks the payer, and says why.
     */
    private Mono<Opening> askForAddress(Plan plan, String code) {
        return parameters
                .reveal(plan.payer(), plan.id())
                .flatMap(exact -> Mono.justOrEmpty(stripe.withoutAddress(exact)))
                .flatMap(exact -> renew(plan, plan.expiresAt(), exact).thenReturn(exact))
                .flatMap(exact -> plans.refuseAddress(plan.id()))
                .flatMap(refused -> create(refused))
                .switchIfEmpty(Mono.defer(() -> reject(plan.id(), code)));
    }

    private Mono<Opening> renewAndCreate(Plan plan) {
        return renew(plan).then(Mono.defer(() -> create(plan)));
    }

    private Mono<Void> renew(Plan plan) {
        Instant expiresAt = clock.instant().plus(Payment.LIFE);
        return parameters
                .reveal(plan.payer(), plan.id())
                .map(exact -> stripe.until(expiresAt, exact))
                .flatMap(exact -> renew(plan, expiresAt, exact));
    }

    /** The next attempt: other parameters and another key, stored together. */
    private Mono<Void> renew(Plan plan, Instant expiresAt, Map<String, Object> exact) {
        return plans.renew(plan, expiresAt)
                .flatMap(renewed -> parameters.seal(plan.payer(), plan.id(), exact))
                .as(transaction::transactional);
    }
}
