package org.lfnkr.zabuton.payments.processing;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.Payment;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.hosted.HostedPages;
import org.lfnkr.zabuton.payments.hosted.PageOpener;
import org.lfnkr.zabuton.payments.hosted.PageProvider;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The pages on which payments are made. */
@Component
class Checkout implements HostedPages<Payment, Facts> {

    private final PaymentStore payments;
    private final PaymentProvider provider;
    private final Progress progress;
    private final PageOpener opener;

    Checkout(
            PaymentStore payments, PaymentProvider provider, Progress progress, PageOpener opener) {
        this.payments = payments;
        this.provider = provider;
        this.progress = progress;
        this.opener = opener;
    }

    Mono<Opening> open(PaymentId id) {
        return payments.find(id).flatMap(payment -> opener.open(payment, this));
    }

    @Override
    public PageProvider provider() {
        return provider;
    }

    @Override
    public Mono<Payment> startAttempt(Payment payment) {
        return payments.startAttempt(payment.id());
    }

    @Override
    public Mono<Payment> renew(Payment payment, Instant expiresAt) {
        return payments.renew(payment, expiresAt);
    }

    @Override
    public Mono<Payment> refuseAddress(Payment payment) {
        return payments.refuseAddress(payment.id());
    }

    @Override
    public Mono<Answer<Facts>> create(Payment payment, Map<String, Object> exact) {
        return provider.create(exact, payment.idempotencyKey());
    }

    @Override
    public Mono<Opening> record(Payment payment, Facts facts) {
        return progress.apply(facts)
                .then(find(payment))
                .map(found -> opening(found, facts.session().url()));
    }

    private static Opening opening(Payment payment, @Nullable URI page) {
        return payment.isUnfinished() && page != null
                ? new Opening.Open(page)
                : new Opening.Closed(payment.outcome());
    }

    @Override
    public Mono<Opening> resume(Payment payment, String session) {
        return provider.facts(session).flatMap(answer -> resumed(payment, answer));
    }

    private Mono<Opening> resumed(Payment payment, Answer<Optional<Facts>> answer) {
        return answer instanceof Answer.Known<Optional<Facts>>(Optional<Facts> facts)
                ? facts.map(known -> record(payment, known))
                        .orElseGet(() -> find(payment).map(it -> new Opening.Closed(it.outcome())))
                : Mono.just(new Opening.Pending());
    }

    @Override
    public Mono<Answer<Optional<String>>> lookUp(Payment payment) {
        return provider.sessionFor(payment.id(), payment.requestedAt());
    }

    @Override
    public Mono<Void> fail(Payment payment) {
        return progress.fail(payment.id());
    }

    @Override
    public Mono<Payment> find(Payment payment) {
        return payments.find(payment.id());
    }
}
