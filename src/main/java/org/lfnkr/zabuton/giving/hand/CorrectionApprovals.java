package org.lfnkr.zabuton.giving.hand;

import org.lfnkr.zabuton.approvals.Approvable;
import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Content;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Matter.Fact;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Taking a gift out of the books again, above what one person decides. */
@Component
class CorrectionApprovals implements Approvable {

    static final String KIND = "giving.correction";

    private final HandGiftStore store;
    private final CorrectionActs acts;
    private final Payments payments;

    CorrectionApprovals(HandGiftStore store, CorrectionActs acts, Payments payments) {
        this.store = store;
        this.acts = acts;
        this.payments = payments;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Right proposedWith() {
        return Right.NOTE_GIFTS;
    }

    @Override
    public Mono<Void> hold(UUID gift) {
        return store.lock(gift).then();
    }

    /** Empty once any of it is taken back. */
    @Override
    public Mono<Matter> describe(UUID gift) {
        return store.find(gift)
                .filter(HandGift::stands)
                .filterWhen(this::isWhole)
                .map(CorrectionApprovals::matter);
    }

    private Mono<Boolean> isWhole(HandGift gift) {
        return payments.refunds(Objects.requireNonNull(gift.payment()))
                .any(refund -> refund.status().isLive())
                .map(any -> !any);
    }

    private static Matter matter(HandGift gift) {
        Words sum = Words.plain(gift.amount());
        return new Matter(
                Words.of("giving.hand.approval.title", sum, gift.reference()),
                List.of(
                        new Fact("giving.hand.reference", Words.plain(gift.reference())),
                        new Fact("giving.gifts.column.arrived", Words.plain(gift.receivedOn())),
                        new Fact(
                                "giving.gifts.column.means",
                                Words.of("charges.data.method." + gift.way())),
                        new Fact(
                                "giving.gifts.column.cause",
                                Words.of("giving.cause." + gift.cause().code())),
                        new Fact("giving.hand.approval.out", sum),
                        new Fact(
                                "giving.hand.approval.then",
                                Words.of("giving.hand.approval.then.text"))),
                "/desk/batches/" + gift.batch(),
                Content.of(
                        KIND,
                        "gift",
                        gift.id(),
                        "payment",
                        Objects.requireNonNull(gift.payment()),
                        "yen",
                        gift.amount().yen()));
    }

    /** In the name of who asked for it; who signed, the approval tells. */
    @Override
    public Mono<Void> carryOut(Approval approval) {
        return store.find(approval.subject())
                .filter(HandGift::stands)
                .flatMap(
                        gift ->
                                acts.carryOut(
                                        gift, approval.reason(), approval.proposer().toString()))
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new IllegalStateException(
                                                "Gift " + approval.subject() + " fits no more")))
                .then();
    }
}
