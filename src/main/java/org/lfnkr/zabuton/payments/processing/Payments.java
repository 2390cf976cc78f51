package org.lfnkr.zabuton.payments.processing;

import org.lfnkr.zabuton.payments.HostedPage;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.Patience;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentRefunded;
import org.lfnkr.zabuton.payments.PaymentRequest;
import org.lfnkr.zabuton.payments.PaymentSettled;
import org.lfnkr.zabuton.payments.PaymentView;
import org.lfnkr.zabuton.payments.RefundFailed;
import org.lfnkr.zabuton.payments.RefundUnderWay;
import org.lfnkr.zabuton.payments.RefundView;
import org.lfnkr.zabuton.payments.hosted.SealedParameters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Payments through Stripe's hosted page. What becomes of one is told by events ({@link
 * PaymentSettled} and its likes) on the stream of its purpose.
 */
@Service
public class Payments {

    private final PaymentStore payments;
    private final SealedParameters parameters;
    private final PaymentProvider provider;
    private final Checkout checkout;
    private final Inquiry inquiry;
    private final Refunds refunds;
    private final RefundStore refundStore;
    private final Clock clock;

    Payments(
            PaymentStore payments,
            SealedParameters parameters,
            PaymentProvider provider,
            Checkout checkout,
            Inquiry inquiry,
            Refunds refunds,
            RefundStore refundStore,
            Clock clock) {
        this.payments = payments;
        this.parameters = parameters;
        this.provider = provider;
        this.checkout = checkout;
        this.inquiry = inquiry;
        this.refunds = refunds;
        this.refundStore = refundStore;
        this.clock = clock;
    }

    /**
     * Stores a payment and the exact parameters that Stripe will get, in the caller's transaction;
     * Stripe hears of it by {@link #open}. It can be opened for an hour, and ends as expired by
     * itself.
     */
    @Transactional
    public Mono<PaymentId> request(PaymentRequest request) {
        PaymentId id = PaymentId.random();
        Instant expiresAt = clock.instant().plus(HostedPage.LIFE);
        return payments.add(id, request, expiresAt)
                .then(
                        parameters.seal(
                                request.payer(), id, provider.parameters(id, request, expiresAt)))
                .thenReturn(id);
    }

    /** What {@link #request} would write, for who writes it with other things. */
    public NewPayment prepare(PaymentId id, PaymentRequest request) {
        Instant now = clock.instant();
        Instant expiresAt = now.plus(HostedPage.LIFE);
        return new NewPayment(
                payments.row(id, request, now, expiresAt),
                now.plus(PaymentStore.CHECK_PAUSE),
                SealedParameters.place(id),
                parameters.text(provider.parameters(id, request, expiresAt)));
    }

    /**
     * The page where the payer pays: opened now, or found again. Call it after the commit, as often
     * as wanted; it never opens two. Empty for an unknown payment.
     */
    public Mono<Opening> open(PaymentId id) {
        return Patience.of(Patience.TO_PAY, checkout.open(id));
    }

    /**
     * The payment as Stripe sees it now, as far as Stripe answers. One that has ended is not asked
     * about again: what follows, such as a refund, comes by webhook. Empty for an unknown payment.
     */
    public Mono<PaymentView> refresh(PaymentId id) {
        return payments.find(id)
                .filter(payment -> !payment.status().isFinal())
                .flatMap(payment -> Patience.of(Patience.TO_LOOK, inquiry.ask(id)))
                .then(view(id));
    }

    /**
     * Ends a payment that is not paid, and makes its konbini code worthless. One that has been paid
     * meanwhile stays, as the answer shows; while Stripe can't be asked it stays open and is ended
     * later. Not to be called in a transaction.
     */
    public Mono<PaymentView> cancel(PaymentId id) {
        return payments.askCancel(id)
                .flatMap(payment -> Patience.of(Patience.TO_PAY, inquiry.ask(id)))
                .then(view(id));
    }

    /** What each of these is for, as whoever asked for the payment calls it. */
    public Mono<Map<PaymentId, String>> purposes(Collection<PaymentId> ids) {
        return payments.purposes(ids);
    }

    /** As last recorded, without asking Stripe. Empty for an unknown payment. */
    public Mono<PaymentView> view(PaymentId id) {
        return payments.view(id);
    }

    /**
     * Stores a refund in the caller's transaction; it is sent to Stripe after the commit, and where
     * the money did not come through Stripe it waits for somebody to hand it back (see the room
     * {@code offline}). Asking again with the same id changes nothing. {@link RefundUnderWay},
     * {@link PaymentRefunded} and {@link RefundFailed} tell what becomes of it. Empty for an
     * unknown payment.
     */
    @Transactional
    public Mono<RefundResult> refund(RefundRequest request) {
        return refunds.request(request);
    }

    /** The refunds of a payment, from here and from Stripe's dashboard, oldest first. */
    public Flux<RefundView> refunds(PaymentId id) {
        return refundStore
                .views(List.of(id))
                .flatMapIterable(all -> all.getOrDefault(id, List.of()));
    }

    /** The same of several, by payment; whichever has none is not in it. */
    public Mono<Map<PaymentId, List<RefundView>>> refunds(Collection<PaymentId> ids) {
        return refundStore.views(ids);
    }
}
