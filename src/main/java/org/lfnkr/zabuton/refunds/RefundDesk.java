package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.bookkeeping.Bookkeeping;
import org.lfnkr.zabuton.fulfilment.CallOffs;
import org.lfnkr.zabuton.orders.FatedPieces;
import org.lfnkr.zabuton.orders.Fates;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.lfnkr.zabuton.orders.PieceFate;
import org.lfnkr.zabuton.payments.Payments;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundRequest;
import org.lfnkr.zabuton.payments.RefundResult;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Gives money of orders back, as somebody of the staff decides who has seen what follows. All of it
 * is written at once or nothing; Stripe hears of it after the commit, under a key of this refund,
 * so that neither a second click nor a lost answer gives it back twice.
 */
@Service
class RefundDesk {

    private final Orders orders;
    private final RefundCases cases;
    private final DecisionStore store;
    private final Payments payments;
    private final Bookkeeping books;
    private final Fates fates;
    private final CallOffs callOffs;
    private final RefundLimit limit;
    private final Clock clock;

    RefundDesk(
            Orders orders,
            RefundCases cases,
            DecisionStore store,
            Payments payments,
            Bookkeeping books,
            Fates fates,
            CallOffs callOffs,
            RefundLimit limit,
            Clock clock) {
        this.orders = orders;
        this.cases = cases;
        this.store = store;
        this.payments = payments;
        this.books = books;
        this.fates = fates;
        this.callOffs = callOffs;
        this.limit = limit;
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
        return orders.locked(order)
                .flatMap(cases::of)
                .map(known -> RefundForm.sent(known, typed))
                .flatMap(form -> give(form, seen, actor));
    }

    private Mono<RefundAnswer> give(RefundForm form, String seen, String actor) {
        RefundId id = form.wish().id(form.known().order().id());
        return store.isKnown(id)
                .flatMap(
                        known ->
                                known
                                        ? Mono.just(new RefundAnswer.Before())
                                        : decide(form, seen, actor));
    }

    private Mono<RefundAnswer> decide(RefundForm form, String seen, String actor) {
        if (form.failed()) {
            return Mono.just(new RefundAnswer.Refused(form));
        }
        RefundPreview preview = RefundPreview.of(form.known(), form.wish());
        if (!preview.seen().equals(seen)) {
            return Mono.just(new RefundAnswer.Changed(preview));
        }
        return needsSecond(preview)
                ? Mono.just(new RefundAnswer.NeedsSecond(preview))
                : carryOut(preview, actor);
    }

    /** Whether it is more than one person decides. */
    boolean needsSecond(RefundPreview preview) {
        return limit.isAbove(
                preview.known().alone(), preview.amount().minus(preview.forecast().held()));
    }

    private Mono<RefundAnswer> carryOut(RefundPreview preview, String actor) {
        return payments.refund(request(preview, actor))
                .flatMap(
                        result ->
                                result instanceof RefundResult.Accepted
                                        ? write(preview, actor)
                                        : Mono.just(new RefundAnswer.Changed(preview)));
    }

    private static RefundRequest request(RefundPreview preview, String actor) {
        Order order = preview.known().order();
        return new RefundRequest(
                preview.wish().id(order.id()),
                order.payment(),
                preview.amount(),
                actor,
                preview.wish().reason().code());
    }

    private Mono<RefundAnswer> write(RefundPreview preview, String actor) {
        OrderStory story = preview.known().story();
        List<RefundedLine> lines = preview.wish().lines();
        return store.add(preview, actor, clock.instant())
                .then(Mono.defer(() -> attribute(preview, actor)))
                .then(Mono.defer(() -> callOffs.callOff(story, unsent(lines), actor)))
                .then(Mono.defer(() -> fates.decide(story, pieces(lines), actor)))
                .thenReturn(new RefundAnswer.Done(preview.amount()));
    }

    private Mono<Void> attribute(RefundPreview preview, String actor) {
        Order order = preview.known().order();
        RefundWish wish = preview.wish();
        return books.attribute(order.payment(), wish.id(order.id()), wish.parts(), actor).then();
    }

    private static List<ParcelLine> unsent(List<RefundedLine> lines) {
        return lines.stream()
                .filter(line -> line.fate() == PieceFate.NOT_SENT)
                .map(line -> line.pieces().pieces())
                .toList();
    }

    private static List<FatedPieces> pieces(List<RefundedLine> lines) {
        return lines.stream().map(RefundedLine::pieces).toList();
    }
}
