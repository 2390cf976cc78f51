package org.lfnkr.zabuton.payments;

import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Opens a payment's page at Stripe, or finds the one that is open already. */
@Component
class Checkout {

    private final PaymentStore payments;
    private final SealedParameters parameters;
    private final PaymentProvider stripe;
    private final Progress progress;
    private final AuditTrail audit;
    private final TransactionalOperator transaction;
    private final MeterRegistry meters;
    private final Clock clock;

    Checkout(
            PaymentStore payments,
            SealedParameters parameters,
            PaymentProvider stripe,
            Progress progress,
            AuditTrail audit,
            TransactionalOperator transaction,
            MeterRegistry meters,
            Clock clock) {
        this.payments = payments;
        this.parameters = parameters;
        this.stripe = stripe;
        this.progress = progress;
        this.audit = audit;
        this.transaction = transaction;
        this.meters = meters;
        this.clock = clock;
    }

    Mono<Opening> open(PaymentId id) {
        return payments.find(id).flatMap(this::open);
    }

    private Mono<Opening> open(Payment payment) {
        if (payment.session() != null) {
            return payment.status() == PaymentStatus.OPEN
                    ? resume(payment.id(), payment.session())
                    : closed(payment.id());
        }
        return payment.isTooLateToOpen(clock.instant()) ? renewAndCreate(payment) : create(payment);
    }

    private Mono<Opening> resume(PaymentId id, String session) {
        return stripe.facts(session).flatMap(answer -> resumed(id, answer));
    }

    private Mono<Opening> resumed(PaymentId id, Answer<Optional<Facts>> answer) {
        return answer instanceof Answer.Known<Optional<Facts>>(Optional<Facts> facts)
                ? facts.map(known -> record(id, known)).orElseGet(() -> closed(id))
                : Mono.just(new Opening.Pending());
    }

    private Mono<Opening> create(Payment payment) {
        return payments.startAttempt(payment.id())
                .flatMap(this::callStripe)
                .switchIfEmpty(Mono.defer(() -> closed(payment.id())));
    }

    private Mono<Opening> callStripe(Payment payment) {
        return parameters
                .reveal(payment.payer(), payment.id())
                .flatMap(exact -> stripe.create(exact, payment.idempotencyKey()))
                .flatMap(answer -> created(payment, answer))
                .switchIfEmpty(Mono.defer(() -> reject(payment.id(), "erased")));
    }

    private Mono<Opening> created(Payment payment, Answer<Facts> answer) {
        return switch (answer) {
            case Answer.Known<Facts>(Facts facts) -> record(payment.id(), facts);
            case Answer.Refused<Facts> refused ->
                    refused.isOfAddress()
                            ? askForAddress(payment, refused.code())
                            : reject(payment.id(), refused.code());
            case Answer.Mismatched<Facts> mismatch -> reportMismatch(payment);
            case Answer.NotNow<Facts> busy -> pending();
            case Answer.Unknown<Facts>(boolean finished) -> finished ? lookUp(payment) : pending();
        };
    }

    private Mono<Opening> record(PaymentId id, Facts facts) {
        return progress.apply(facts)
                .then(payments.find(id))
                .map(payment -> opening(payment, facts.session().url()));
    }

    private static Opening opening(Payment payment, @Nullable URI page) {
        return payment.status() == PaymentStatus.OPEN && page != null
                ? new Opening.Open(page)
                : new Opening.Closed(payment.status());
    }

    private Mono<Opening> closed(PaymentId id) {
        return payments.find(id).map(payment -> new Opening.Closed(payment.status()));
    }

    private Mono<Opening> reject(PaymentId id, String code) {
        return progress.fail(id).thenReturn(new Opening.Rejected(code));
    }

    /** Somebody changed what must not change. It is not tried under another key by itself. */
    private Mono<Opening> reportMismatch(Payment payment) {
        meters.counter("zabuton.payments.mismatch").increment();
        return audit.record(
                        "payments",
                        "payment.key-mismatch",
                        payment.id().toString(),
                        payment.idempotencyKey())
                .then(pending());
    }

    private static Mono<Opening> pending() {
        return Mono.just(new Opening.Pending());
    }

    /**
     * Stripe answers the same server error to this key from now on. If its list proves that no
     * session came of it, the next attempt gets a new key.
     */
    private Mono<Opening> lookUp(Payment payment) {
        return stripe.sessionFor(payment.id(), payment.requestedAt())
                .flatMap(answer -> lookedUp(payment, answer));
    }

    private Mono<Opening> lookedUp(Payment payment, Answer<Optional<String>> answer) {
        return answer instanceof Answer.Known<Optional<String>>(Optional<String> session)
                ? session.map(id -> resume(payment.id(), id))
                        .orElseGet(() -> renew(payment).then(pending()))
                : pending();
    }

    /**
     * Stripe takes fewer mail addresses than there are. That ends nothing: its page asks the payer
     * for another one, and says why.
     */
    private Mono<Opening> askForAddress(Payment payment, String code) {
        return parameters
                .reveal(payment.payer(), payment.id())
                .flatMap(exact -> Mono.justOrEmpty(stripe.withoutAddress(exact)))
                .flatMap(exact -> renew(payment, payment.expiresAt(), exact).thenReturn(exact))
                .flatMap(exact -> payments.refuseAddress(payment.id()))
                .flatMap(refused -> create(refused))
                .switchIfEmpty(Mono.defer(() -> reject(payment.id(), code)));
    }

    private Mono<Opening> renewAndCreate(Payment payment) {
        return renew(payment).then(Mono.defer(() -> create(payment)));
    }

    private Mono<Void> renew(Payment payment) {
        Instant expiresAt = clock.instant().plus(Payment.LIFE);
        return parameters
                .reveal(payment.payer(), payment.id())
                .map(exact -> stripe.until(expiresAt, exact))
                .flatMap(exact -> renew(payment, expiresAt, exact));
    }

    /** The next attempt: other parameters and another key, stored together. */
    private Mono<Void> renew(Payment payment, Instant expiresAt, Map<String, Object> exact) {
        return payments.renew(payment, expiresAt)
                .flatMap(renewed -> parameters.seal(payment.payer(), payment.id(), exact))
                .as(transaction::transactional);
    }
}
