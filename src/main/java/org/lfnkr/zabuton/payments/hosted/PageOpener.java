package org.lfnkr.zabuton.payments.hosted;

import io.micrometer.core.instrument.MeterRegistry;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.HostedPage;
import org.lfnkr.zabuton.payments.Opening;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Opens a page, or finds the one that is open already. However often it is called, and whatever
 * gets lost on the way, there are never two.
 */
@Component
public class PageOpener {

    private final SealedParameters parameters;
    private final AuditTrail audit;
    private final TransactionalOperator transaction;
    private final MeterRegistry meters;
    private final Clock clock;

    PageOpener(
            SealedParameters parameters,
            AuditTrail audit,
            TransactionalOperator transaction,
            MeterRegistry meters,
            Clock clock) {
        this.parameters = parameters;
        this.audit = audit;
        this.transaction = transaction;
        this.meters = meters;
        this.clock = clock;
    }

    public <P extends HostedPage, A> Mono<Opening> open(P page, HostedPages<P, A> pages) {
        String session = page.session();
        if (session != null) {
            return page.isUnfinished() ? pages.resume(page, session) : closed(page, pages);
        }
        return page.isTooLateToOpen(clock.instant())
                ? renew(page, pages).then(Mono.defer(() -> create(page, pages)))
                : create(page, pages);
    }

    private <P extends HostedPage, A> Mono<Opening> create(P page, HostedPages<P, A> pages) {
        return pages.startAttempt(page)
                .flatMap(attempt -> ask(attempt, pages))
                .switchIfEmpty(Mono.defer(() -> closed(page, pages)));
    }

    private <P extends HostedPage, A> Mono<Opening> ask(P page, HostedPages<P, A> pages) {
        return parameters
                .reveal(page)
                .flatMap(exact -> pages.create(page, exact))
                .flatMap(answer -> created(page, answer, pages))
                .switchIfEmpty(Mono.defer(() -> reject(page, "erased", pages)));
    }

    private <P extends HostedPage, A> Mono<Opening> created(
            P page, Answer<A> answer, HostedPages<P, A> pages) {
        return switch (answer) {
            case Answer.Known<A>(A opened) -> pages.record(page, opened);
            case Answer.Refused<A> refused ->
                    refused.isOfAddress()
                            ? askForAddress(page, refused.code(), pages)
                            : reject(page, refused.code(), pages);
            case Answer.Mismatched<A> mismatch -> reportMismatch(page);
            case Answer.NotNow<A> busy -> pending();
            case Answer.Unknown<A>(boolean finished) -> finished ? lookUp(page, pages) : pending();
        };
    }

    private static <P extends HostedPage, A> Mono<Opening> closed(P page, HostedPages<P, A> pages) {
        return pages.find(page).map(found -> new Opening.Closed(found.outcome()));
    }

    private static <P extends HostedPage, A> Mono<Opening> reject(
            P page, String code, HostedPages<P, A> pages) {
        return pages.fail(page).thenReturn(new Opening.Rejected(code));
    }

    /** Somebody changed what must not change. It is not tried under another key by itself. */
    private Mono<Opening> reportMismatch(HostedPage page) {
        meters.counter("zabuton.payments.mismatch").increment();
        String[] subject = page.subject().split("/", 2);
        return audit.record(
                        "payments", subject[0] + ".key-mismatch", subject[1], page.idempotencyKey())
                .then(pending());
    }

    private static Mono<Opening> pending() {
        return Mono.just(new Opening.Pending());
    }

    /**
     * Stripe answers the same server error to this key from now on. If its list proves that no page
     * came of it, the next attempt gets a new key.
     */
    private <P extends HostedPage, A> Mono<Opening> lookUp(P page, HostedPages<P, A> pages) {
        return pages.lookUp(page).flatMap(answer -> lookedUp(page, answer, pages));
    }

    private <P extends HostedPage, A> Mono<Opening> lookedUp(
            P page, Answer<Optional<String>> answer, HostedPages<P, A> pages) {
        return answer instanceof Answer.Known<Optional<String>>(Optional<String> session)
                ? session.map(id -> pages.resume(page, id))
                        .orElseGet(() -> renew(page, pages).then(pending()))
                : pending();
    }

    /**
     * Stripe takes fewer mail addresses than there are. That ends nothing: its page asks the payer
     * for another one, and says why.
     */
    private <P extends HostedPage, A> Mono<Opening> askForAddress(
            P page, String code, HostedPages<P, A> pages) {
        return parameters
                .reveal(page)
                .flatMap(exact -> Mono.justOrEmpty(pages.provider().withoutAddress(exact)))
                .flatMap(exact -> renew(page, page.expiresAt(), exact, pages).thenReturn(exact))
                .flatMap(exact -> pages.refuseAddress(page))
                .flatMap(refused -> create(refused, pages))
                .switchIfEmpty(Mono.defer(() -> reject(page, code, pages)));
    }

    private <P extends HostedPage, A> Mono<Void> renew(P page, HostedPages<P, A> pages) {
        Instant expiresAt = clock.instant().plus(HostedPage.LIFE);
        return parameters
                .reveal(page)
                .map(exact -> pages.provider().until(expiresAt, exact))
                .flatMap(exact -> renew(page, expiresAt, exact, pages));
    }

    /** The next attempt: other parameters and another key, stored together. */
    private <P extends HostedPage, A> Mono<Void> renew(
            P page, Instant expiresAt, Map<String, Object> exact, HostedPages<P, A> pages) {
        return pages.renew(page, expiresAt)
                .flatMap(renewed -> parameters.seal(page, exact))
                .as(transaction::transactional);
    }
}
