package org.lfnkr.zabuton.giving.hand;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.giving.pledges.PledgesByHand;
import org.lfnkr.zabuton.giving.pledges.PledgesByHand.Known;
import org.lfnkr.zabuton.giving.pledges.PledgesByHand.Noted;
import org.lfnkr.zabuton.payments.offline.OfflinePayments;
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

/** Makes what a batch notes gifts like others, all of them or none. */
@Service
class Posting {

    private final BatchStore batches;
    private final HandGiftStore store;
    private final PledgesByHand pledges;
    private final OfflinePayments offline;
    private final Vault vault;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final Clock clock;

    Posting(
            BatchStore batches,
            HandGiftStore store,
            PledgesByHand pledges,
            OfflinePayments offline,
            Vault vault,
            AuditTrail audit,
            JsonMapper json,
            Clock clock) {
        this.batches = batches;
        this.store = store;
        this.pledges = pledges;
        this.offline = offline;
        this.vault = vault;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** Posts a batch once it is reached. A second click finds it posted. */
    @Transactional
    public Mono<HandResult> post(UUID id, String actor) {
        return batches.lock(id)
                .filter(Batch::isOpen)
                .flatMap(
                        batch ->
                                batch.isReached()
                                        ? post(batch, actor)
                                        : Mono.just(new HandResult.NotReached()))
                .defaultIfEmpty(new HandResult.Over());
    }

    private Mono<HandResult> post(Batch batch, String actor) {
        return store.of(batch.id())
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
        return Flux.fromIterable(gifts)
                .concatMap(gift -> write(gift, actor))
                .then(batches.close(batch.id(), Batch.State.POSTED, clock.instant()))
                .then(audit.record(actor, "batch.posted", batch.id().toString(), batch.control()))
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
}
