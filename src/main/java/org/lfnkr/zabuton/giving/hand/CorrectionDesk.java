package org.lfnkr.zabuton.giving.hand;

import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.approvals.Proposal;
import org.lfnkr.zabuton.desk.RefundLimit;
import org.lfnkr.zabuton.kernel.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.util.UUID;

/** Takes a gift out of the books again, or asks a second person where one may not alone. */
@Service
class CorrectionDesk {

    private final HandGiftStore store;
    private final CorrectionActs acts;
    private final RefundLimit limit;
    private final Approvals approvals;

    CorrectionDesk(
            HandGiftStore store, CorrectionActs acts, RefundLimit limit, Approvals approvals) {
        this.store = store;
        this.acts = acts;
        this.limit = limit;
        this.approvals = approvals;
    }

    /** Whether one person may not take it back alone. */
    boolean needsSecond(HandGift gift) {
        return limit.isAbove(Money.ZERO, gift.amount());
    }

    /** Yen. */
    Money alone() {
        return limit.sum();
    }

    /**
     * Takes a gift that stands back, or asks for it. A second click of the same person changes
     * nothing and is answered like the first.
     *
     * @param reason no personal data
     * @param actor the account of the member of staff
     */
    @Transactional
    public Mono<HandResult> correct(UUID batch, UUID id, String reason, String actor) {
        return store.lock(batch, id)
                .flatMap(
                        gift ->
                                gift.stands()
                                        ? take(gift, reason, actor)
                                        : repeat(gift, reason, actor))
                .defaultIfEmpty(new HandResult.Over());
    }

    private Mono<HandResult> take(HandGift gift, String reason, String actor) {
        return needsSecond(gift) ? propose(gift, reason, actor) : carryOut(gift, reason, actor);
    }

    private Mono<HandResult> repeat(HandGift gift, String reason, String actor) {
        return acts.isDone(gift, reason, actor)
                .filter(done -> done)
                .map(done -> new HandResult.Done(gift.batch()));
    }

    private Mono<HandResult> carryOut(HandGift gift, String reason, String actor) {
        return acts.carryOut(gift, reason, actor).map(it -> new HandResult.Done(it.batch()));
    }

    private Mono<HandResult> propose(HandGift gift, String reason, String actor) {
        return approvals
                .propose(CorrectionApprovals.KIND, gift.id(), UUID.fromString(actor), reason)
                .map(CorrectionDesk::asked);
    }

    private static HandResult asked(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Made made -> new HandResult.Asked();
            case Proposal.Before before -> new HandResult.AskedBefore();
            case Proposal.Nothing nothing -> new HandResult.Over();
            case Proposal.Unreasoned unreasoned ->
                    throw new IllegalStateException("The form asks for a reason");
        };
    }
}
