package org.lfnkr.zabuton.giving.hand;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.giving.pledges.PledgesByHand;
import org.lfnkr.zabuton.giving.pledges.PledgesByHand.Known;
import org.lfnkr.zabuton.giving.pledges.PledgesByHand.Noted;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.Payments;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundRequest;
import org.lfnkr.zabuton.payments.RefundResult;
import org.lfnkr.zabuton.payments.offline.OfflinePayments;
import org.lfnkr.zabuton.payments.offline.Returning;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Makes what a batch notes gifts like others, all of them or none; and takes one back. */
@Service
class Posting {

    private final HandStore store;
    private final PledgesByHand pledges;
    private final OfflinePayments offline;
    private final Payments payments;
    private final Vault vault;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final Clock clock;

    Posting(
            HandStore store,
            PledgesByHand pledges,
            OfflinePayments offline,
            Payments payments,
            Vault vault,
            AuditTrail audit,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.pledges = pledges;
        this.offline = offline;
        this.payments = payments;
        this.vault = vault;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** Posts a batch once it is reached. A second click finds it posted. */
    @Transactional
    public Mono<HandResult> post(UUID id, String actor) {
        return store.lock(id)
                .filter(Batch::isOpen)
                .flatMap(
                        batch ->
                                batch.isReached()
                                        ? post(batch, actor)
                                        : Mono.just(new HandResult.NotReached()))
                .defaultIfEmpty(new HandResult.Over());
    }

    private Mono<HandResult> post(Batch batch, String actor) {
        return store.gifts(batch.id())
                .collectList()
                .flatMap(
                        gifts ->
                                taken(gifts, actor)
                                        .switchIfEmpty(
                                                Mono.defer(() -> write(batch, gifts, actor))));
    }

    /** Money that came into the books under one of the references since it was noted. */
    private Mono<HandResult> taken(List<HandGift> gifts, String actor) {
        return Flux.fromIterable(gifts)
                .filterWhen(gift -> offline.isKnown(gift.slip(actor)))
                .next()
                .map(gift -> new HandResult.ReferenceTaken(gift.reference()));
    }

    private Mono<HandResult> write(Batch batch, List<HandGift> gifts, String actor) {
        String control = batch.gifts() + " / ¥" + batch.total().yen();
        return Flux.fromIterable(gifts)
                .concatMap(gift -> write(gift, actor))
                .then(store.close(batch.id(), Batch.State.POSTED, clock.instant()))
                .then(audit.record(actor, "batch.posted", batch.id().toString(), control))
                .thenReturn(new HandResult.Done(batch.id()));
    }

    private Mono<Void> write(HandGift gift, String actor) {
        return giver(gift)
                .map(
                        giver ->
                                new Noted(
                                        gift.id(),
                                        gift.cause(),
                                        gift.amount(),
                                        gift.language(),
                                        giver.orElse(null)))
                .flatMap(noted -> pledges.write(noted, gift.slip(actor)))
                .flatMap(
                        pledge ->
                                store.setPosted(
                                        gift.id(), Objects.requireNonNull(pledge.payment())))
                .then(Mono.justOrEmpty(gift.subject()).flatMap(vault::erase));
    }

    private Mono<Optional<Known>> giver(HandGift gift) {
        return Mono.justOrEmpty(gift.subject())
                .flatMap(subject -> vault.reveal(subject, HandBatches.GIVER))
                .map(text -> Optional.of(json.readValue(text, Known.class)))
                .defaultIfEmpty(Optional.empty());
    }

    /**
     * Takes a gift that was noted wrongly out of the books again, by an entry of today; the right
     * one is noted anew.
     *
     * @param reason no personal data
     */
    @Transactional
    public Mono<HandResult> correct(UUID batch, UUID id, String reason, String actor) {
        return store.lockGift(batch, id)
                .filter(HandGift::stands)
                .flatMap(gift -> takeBack(gift, reason, actor))
                .<HandResult>map(gift -> new HandResult.Done(batch))
                .defaultIfEmpty(new HandResult.Over());
    }

    /** Empty where not all of it is there any more. */
    private Mono<HandGift> takeBack(HandGift gift, String reason, String actor) {
        RefundId refund = new RefundId(UUID.randomUUID());
        PaymentId payment = Objects.requireNonNull(gift.payment());
        return payments.refund(new RefundRequest(refund, payment, gift.amount(), actor, reason))
                .filter(RefundResult.Accepted.class::isInstance)
                .map(accepted -> gift)
                .delayUntil(it -> store.setCorrected(it.id(), refund))
                .delayUntil(it -> returned(it, refund, actor))
                .delayUntil(
                        it -> audit.record(actor, "gift.corrected", payment.toString(), reason));
    }

    /** No money moved; the books say so by the same entry as if it had gone back. */
    private Mono<Void> returned(HandGift gift, RefundId refund, String actor) {
        return offline.giveBack(refund, gift.counterSlip(BusinessDate.of(clock.instant()), actor))
                .filter(Returning.Returned.class::isInstance)
                .switchIfEmpty(
                        Mono.error(() -> new IllegalStateException("Gift " + gift.id() + " stays")))
                .then();
    }
}
