package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.approvals.Approvable;
import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.desk.OrderDesk;
import org.lfnkr.zabuton.payments.RefundId;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

/** Somebody proposes a refund above what one person decides, and an approver signs. */
@Component
class RefundApprovals implements Approvable {

    static final String KIND = "refunds.refund";

    private static final String NOTE = " · ";

    private final Orders orders;
    private final OrderDesk desk;
    private final RefundCases cases;
    private final DecisionStore decisions;
    private final ProposalStore store;
    private final RefundActs acts;

    RefundApprovals(
            Orders orders,
            OrderDesk desk,
            RefundCases cases,
            DecisionStore decisions,
            ProposalStore store,
            RefundActs acts) {
        this.orders = orders;
        this.desk = desk;
        this.cases = cases;
        this.decisions = decisions;
        this.store = store;
        this.acts = acts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Right proposedWith() {
        return Right.REFUND_ORDERS;
    }

    /** A code and perhaps a note; what was stored in words before stays so. */
    @Override
    public Words reason(String stored) {
        String[] parts = stored.split(NOTE, 2);
        return RefundReason.of(parts[0])
                .map(reason -> words(reason, parts.length > 1 ? parts[1] : ""))
                .orElseGet(() -> Words.plain(stored));
    }

    private static Words words(RefundReason reason, String note) {
        Words said = Words.of("refunds.reason." + reason.code());
        return note.isEmpty() ? said : Words.list(List.of(said, Words.plain(note)));
    }

    /** What of a wish is stored, for whoever decides. */
    static String reason(RefundWish wish) {
        return wish.note().isEmpty()
                ? wish.reason().code()
                : wish.reason().code() + NOTE + wish.note();
    }

    /** Whoever changes anything of the order's waits. */
    @Override
    public Mono<Void> hold(UUID refund) {
        return store.find(refund).flatMap(asked -> orders.locked(asked.order())).then();
    }

    @Override
    public Mono<Matter> describe(UUID refund) {
        return preview(refund).flatMap(this::matter);
    }

    /** Whoever signs reads it in their own language, whichever the buyer's was. */
    private Mono<Matter> matter(RefundPreview preview) {
        OrderStory story = preview.known().story();
        return Mono.zip(desk.worded(story, Language.EN), desk.worded(story, Language.JA))
                .map(both -> RefundMatter.of(KIND, preview, both.getT1(), both.getT2()));
    }

    /** Empty where it was made before, or can't be made any more. */
    private Mono<RefundPreview> preview(UUID refund) {
        return store.find(refund)
                .filterWhen(asked -> decisions.isKnown(new RefundId(refund)).map(known -> !known))
                .flatMap(
                        asked ->
                                story(asked.order())
                                        .flatMap(cases::of)
                                        .map(known -> RefundForm.sent(known, asked.typed())))
                .filter(form -> !form.failed())
                .map(form -> RefundPreview.of(form.known(), form.wish()));
    }

    private Mono<OrderStory> story(OrderId order) {
        return orders.find(order).flatMap(orders::story);
    }

    /** In the name of who asked for it; who signed, the approval tells. */
    @Override
    public Mono<Void> carryOut(Approval approval) {
        return preview(approval.subject())
                .flatMap(it -> acts.carryOut(it, approval.proposer().toString()))
                .filter(RefundAnswer.Done.class::isInstance)
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new IllegalStateException(
                                                "Refund " + approval.subject() + " fits no more")))
                .then();
    }
}
