package org.lfnkr.zabuton.funds.transfers;

import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.evidence.Evidence;
import org.lfnkr.zabuton.evidence.EvidenceKind;
import org.lfnkr.zabuton.evidence.SealResult;
import org.lfnkr.zabuton.evidence.Upload;
import org.lfnkr.zabuton.evidence.UploadRefusal;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Asks a second person to let money move between funds. */
@Service
class TransferDesk {

    private final FundTransferStore store;
    private final Spending spending;
    private final Evidence evidence;
    private final Approvals approvals;
    private final AuditTrail audit;
    private final Clock clock;

    TransferDesk(
            FundTransferStore store,
            Spending spending,
            Evidence evidence,
            Approvals approvals,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.spending = spending;
        this.evidence = evidence;
        this.approvals = approvals;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps the wish with its document and asks for it.
     *
     * @param id of the form, see {@link org.lfnkr.zabuton.desk.SentOnce}
     * @param needed whether it can't be without a document
     * @param actor the account of the member of staff
     */
    @Transactional
    public Mono<TransferResult> ask(
            UUID id, Wish wish, Upload document, boolean needed, UUID actor) {
        return spending.free(wish.from())
                .flatMap(
                        free ->
                                free.compareTo(wish.yen()) < 0
                                        ? Mono.just(new TransferResult.TooLittle(free))
                                        : seal(id, wish, document, needed, actor));
    }

    private Mono<TransferResult> seal(
            UUID id, Wish wish, Upload document, boolean needed, UUID actor) {
        boolean none =
                document.refusal(EvidenceKind.GROUND)
                        .filter(UploadRefusal.NONE::equals)
                        .isPresent();
        return none && !needed
                ? add(id, wish, Optional.empty(), actor)
                : evidence.seal(
                                EvidenceKind.GROUND,
                                document,
                                BusinessDate.of(clock.instant()),
                                actor)
                        .flatMap(
                                result ->
                                        switch (result) {
                                            case SealResult.Sealed sealed ->
                                                    add(id, wish, Optional.of(sealed), actor);
                                            case SealResult.Refused refused ->
                                                    Mono.just(
                                                            new TransferResult.NoDocument(
                                                                    refused.why()));
                                        });
    }

    private Mono<TransferResult> add(
            UUID id, Wish wish, Optional<SealResult.Sealed> document, UUID actor) {
        return store.add(id, wish, document.orElse(null), clock.instant())
                .then(Mono.defer(() -> propose(id, wish.ground(), actor)));
    }

    private Mono<TransferResult> propose(UUID id, Ground ground, UUID actor) {
        return approvals
                .propose(TransferMatter.KIND, id, actor, ground.code())
                .then(audit.record(actor.toString(), "transfer.asked", id.toString(), "desk"))
                .thenReturn(new TransferResult.Asked(id));
    }

    /**
     * All that moved, for a file.
     *
     * @param actor the account of the member of staff
     */
    Flux<Transfer> export(String actor) {
        return audit.record(actor, "transfers.exported", "transfers", "desk")
                .thenMany(Flux.defer(store::moved));
    }

    /**
     * Asks once more, where what was asked for lapsed or was refused.
     *
     * @param actor the account of the member of staff
     */
    @Transactional
    public Mono<TransferResult> again(UUID id, UUID actor) {
        return store.lock(id)
                .filter(it -> it.movedAt() == null)
                .flatMap(it -> spending.free(it.from()).flatMap(free -> again(it, free, actor)))
                .defaultIfEmpty(new TransferResult.Over());
    }

    private Mono<TransferResult> again(Transfer it, Money free, UUID actor) {
        return free.compareTo(it.yen()) < 0
                ? Mono.just(new TransferResult.TooLittle(free))
                : propose(it.id(), it.ground(), actor);
    }
}
