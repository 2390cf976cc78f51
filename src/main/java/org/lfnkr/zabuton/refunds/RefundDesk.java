package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.desk.RefundLimit;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.payments.RefundId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Gives money of orders back, as somebody of the staff decides who has seen what follows, or has a
 * second person decide. All of it is written at once or nothing.
 */
@Service
class RefundDesk {

    private final Orders orders;
    private final RefundCases cases;
    private final DecisionStore store;
    private final ProposalStore proposals;
    private final RefundActs acts;
    private final RefundLimit limit;
    private final Approvals approvals;
    private final Clock clock;

    RefundDesk(
            Orders orders,
            RefundCases cases,
            DecisionStore store,
            ProposalStore proposals,
            RefundActs acts,
            RefundLimit limit,
            Approvals approvals,
            Clock clock) {
        this.orders = orders;
        this.cases = cases;
        this.store = store;
        this.proposals = proposals;
        this.acts = acts;
        this.limit = limit;
        this.approvals = approvals;
        this.clock = clock;
    }

    /**
     * Gives back what a form says.
     *
     * @param seen of the preview that somebody decided on, see {@link RefundPreview#seen}
     * @param actor the account of the member of staff
     * @return empty where there is no such order, or nothing of it is paid
     */
    @Transactional
    public Mono<RefundAnswer> give(
            OrderId order, Map<String, String> typed, String seen, String actor) {
        return looked(
                order,
                typed,
                seen,
                preview ->
                        needsSecond(preview)
                                ? Mono.just(new RefundAnswer.NeedsSecond(preview))
                                : acts.carryOut(preview, actor));
    }

    /** Asks a second person for what a form says. */
    @Transactional
    public Mono<RefundAnswer> propose(
            OrderId order, Map<String, String> typed, String seen, String actor) {
        return looked(order, typed, seen, preview -> propose(preview, typed, actor));
    }

    private Mono<RefundAnswer> propose(
            RefundPreview preview, Map<String, String> typed, String actor) {
        OrderId order = preview.known().order().id();
        UUID refund = preview.wish().id(order).value();
        return proposals
                .add(refund, order, RefundForm.kept(typed), actor, clock.instant())
                .then(
                        Mono.defer(
                                () ->
                                        approvals.propose(
                                                RefundApprovals.KIND,
                                                refund,
                                                UUID.fromString(actor),
                                                RefundApprovals.reason(preview.wish()))))
                .thenReturn(new RefundAnswer.Proposed());
    }

    /** Acts only on what somebody has seen, and once. */
    private Mono<RefundAnswer> looked(
            OrderId order,
            Map<String, String> typed,
            String seen,
            Function<RefundPreview, Mono<RefundAnswer>> act) {
        return orders.locked(order)
                .flatMap(cases::of)
                .map(known -> RefundForm.sent(known, typed))
                .flatMap(
                        form ->
                                store.isKnown(id(form))
                                        .flatMap(
                                                known ->
                                                        known
                                                                ? Mono.just(
                                                                        new RefundAnswer.Before())
                                                                : decide(form, seen, act)));
    }

    private static RefundId id(RefundForm form) {
        return form.wish().id(form.known().order().id());
    }

    private static Mono<RefundAnswer> decide(
            RefundForm form, String seen, Function<RefundPreview, Mono<RefundAnswer>> act) {
        if (form.failed()) {
            return Mono.just(new RefundAnswer.Refused(form));
        }
        RefundPreview preview = RefundPreview.of(form.known(), form.wish());
        return preview.seen().equals(seen)
                ? act.apply(preview)
                : Mono.just(new RefundAnswer.Changed(preview));
    }

    /** Whether it is more than one person decides. */
    boolean needsSecond(RefundPreview preview) {
        return limit.isAbove(
                preview.known().alone(), preview.amount().minus(preview.forecast().held()));
    }
}
