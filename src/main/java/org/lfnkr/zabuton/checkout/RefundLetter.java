package org.lfnkr.zabuton.checkout;

import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundStatus;
import org.lfnkr.zabuton.payments.RefundView;
import org.lfnkr.zabuton.payments.processing.Payments;

import reactor.core.publisher.Mono;

import java.util.UUID;

/**
 * A mail about a refund that has not arrived. Its reference is the id of what is refunded and the
 * refund's, with the moment where one may be told of again.
 *
 * @param <T> what is refunded
 */
public abstract class RefundLetter<T> implements Letter {

    private final String kind;
    private final RefundStatus of;
    private final Payments payments;

    protected RefundLetter(String kind, RefundStatus of, Payments payments) {
        this.kind = kind;
        this.of = of;
        this.payments = payments;
    }

    protected abstract Mono<T> find(MailRequest request);

    protected abstract PaymentId payment(T refunded);

    protected abstract Mono<LetterContent> write(T refunded, RefundView refund);

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Mono<LetterContent> compose(MailRequest request) {
        return find(request)
                .zipWhen(refunded -> refund(refunded, request))
                .flatMap(both -> write(both.getT1(), both.getT2()));
    }

    /** The first part of a letter's reference. */
    protected static UUID id(MailRequest request) {
        return UUID.fromString(request.reference().split("/", 2)[0]);
    }

    /** Only as long as it is so; one that Stripe refused has failed as well. */
    private Mono<RefundView> refund(T refunded, MailRequest request) {
        UUID id = UUID.fromString(request.reference().split("[/@]")[1]);
        return payments.refunds(payment(refunded))
                .filter(refund -> refund.id().value().equals(id))
                .filter(refund -> status(refund) == of)
                .next();
    }

    private static RefundStatus status(RefundView refund) {
        return refund.status() == RefundStatus.REFUSED ? RefundStatus.FAILED : refund.status();
    }
}
