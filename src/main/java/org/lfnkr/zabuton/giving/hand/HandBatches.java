package org.lfnkr.zabuton.giving.hand;

import static java.util.stream.Collectors.toSet;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.giving.pledges.PledgesByHand.Known;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.payments.offline.OfflinePayments;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Notes what a paper says, gift by gift, until all of it is there. */
@Service
class HandBatches {

    /** Where the vault keeps who gave, until the batch is posted. */
    static final String GIVER = "giving.by-hand";

    private final BatchStore store;
    private final HandGiftStore gifts;
    private final OfflinePayments payments;
    private final Vault vault;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final Clock clock;

    HandBatches(
            BatchStore store,
            HandGiftStore gifts,
            OfflinePayments payments,
            Vault vault,
            AuditTrail audit,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.gifts = gifts;
        this.payments = payments;
        this.vault = vault;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    Mono<Slice<Batch>> list(String state, UUID before) {
        return store.place(before)
                .flatMap(place -> store.list(state, place, Slice.ASKED).collectList())
                .map(Slice::of);
    }

    Mono<Batch> find(UUID id) {
        return store.find(id);
    }

    Flux<HandGift> gifts(Batch batch) {
        return gifts.of(batch.id());
    }

    /** The gifts of a posted batch of whose givers anything is kept. */
    Mono<Set<UUID>> known(Batch batch) {
        return gifts.givers(batch.id()).collectList().flatMap(this::known);
    }

    private Mono<Set<UUID>> known(List<HandGiftStore.Giver> givers) {
        return vault.keeping(givers.stream().map(HandGiftStore.Giver::subject).toList())
                .collect(toSet())
                .map(
                        kept ->
                                givers.stream()
                                        .filter(giver -> kept.contains(giver.subject()))
                                        .map(HandGiftStore.Giver::gift)
                                        .collect(toSet()));
    }

    /** A gift of a batch that is in the books, whether it stands or not; empty for any other. */
    Mono<HandGift> gift(UUID batch, UUID id) {
        return gifts.find(batch, id).filter(gift -> gift.payment() != null);
    }

    /**
     * Opens a batch.
     *
     * @param wanted whose copy is 1 where nobody said that it is another of its like
     */
    @Transactional
    public Mono<HandResult> open(Batch wanted, String actor) {
        return store.open(wanted)
                .flatMap(
                        opened ->
                                opened
                                        ? note(actor, "batch.opened", wanted)
                                                .thenReturn(new HandResult.Done(wanted.id()))
                                        : store.twin(wanted).map(HandResult.Twin::new));
    }

    /**
     * Notes a gift; its giver is sealed.
     *
     * @param giver null where nobody is known
     * @param actor the account of the member of staff
     */
    @Transactional
    public Mono<HandResult> add(HandGift gift, @Nullable Known giver, String actor) {
        return store.lock(gift.batch())
                .filter(Batch::isOpen)
                .flatMap(batch -> payments.isKnown(gift.slip(actor)))
                .flatMap(known -> known ? Mono.just(false) : seal(gift, giver))
                .<HandResult>map(
                        added ->
                                added
                                        ? new HandResult.Done(gift.batch())
                                        : new HandResult.ReferenceTaken(gift.reference()))
                .defaultIfEmpty(new HandResult.Over());
    }

    private Mono<Boolean> seal(HandGift gift, @Nullable Known giver) {
        return giver == null
                ? gifts.add(gift, clock.instant())
                : vault.open()
                        .delayUntil(
                                subject ->
                                        vault.seal(subject, GIVER, json.writeValueAsString(giver)))
                        .flatMap(
                                subject ->
                                        gifts.add(gift.under(subject), clock.instant())
                                                .delayUntil(
                                                        added ->
                                                                added
                                                                        ? Mono.empty()
                                                                        : vault.erase(subject)));
    }

    /** Takes a gift out of a batch that is open; its giver is forgotten. */
    @Transactional
    public Mono<HandResult> remove(UUID batch, UUID gift) {
        return store.lock(batch)
                .filter(Batch::isOpen)
                .flatMap(open -> gifts.lock(batch, gift))
                .delayUntil(this::forget)
                .<HandResult>map(removed -> new HandResult.Done(batch))
                .defaultIfEmpty(new HandResult.Over());
    }

    private Mono<Void> forget(HandGift gift) {
        return gifts.remove(gift.id()).then(Mono.justOrEmpty(gift.subject()).flatMap(vault::erase));
    }

    /** Gives a batch up; nothing of it is kept but that it was there. */
    @Transactional
    public Mono<HandResult> discard(UUID id, String actor) {
        return store.lock(id)
                .filter(Batch::isOpen)
                .delayUntil(batch -> gifts.of(id).concatMap(this::forget).then())
                .delayUntil(batch -> store.close(id, Batch.State.DISCARDED, clock.instant()))
                .delayUntil(batch -> note(actor, "batch.discarded", batch))
                .<HandResult>map(batch -> new HandResult.Done(id))
                .defaultIfEmpty(new HandResult.Over());
    }

    private Mono<Void> note(String actor, String act, Batch batch) {
        return audit.record(actor, act, batch.id().toString(), batch.control());
    }
}
