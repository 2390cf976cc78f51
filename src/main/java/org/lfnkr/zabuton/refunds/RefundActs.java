package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.bookkeeping.Bookkeeping;
import org.lfnkr.zabuton.fulfilment.CallOffs;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.lfnkr.zabuton.orders.pieces.FatedPieces;
import org.lfnkr.zabuton.orders.pieces.Fates;
import org.lfnkr.zabuton.orders.pieces.PieceFate;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.lfnkr.zabuton.payments.processing.RefundRequest;
import org.lfnkr.zabuton.payments.processing.RefundResult;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;

/**
 * Does all that a refund is, in the transaction of who has locked its order. Stripe hears of it
 * after the commit, under a key of this refund, so that neither a second click nor a lost answer
 * gives it back twice.
 */
@Component
class RefundActs {

    private final DecisionStore store;
    private final Payments payments;
    private final Bookkeeping books;
    private final Fates fates;
    private final CallOffs callOffs;
    private final ReturnedPieces returns;
    private final Clock clock;

    RefundActs(
            DecisionStore store,
            Payments payments,
            Bookkeeping books,
            Fates fates,
            CallOffs callOffs,
            ReturnedPieces returns,
            Clock clock) {
        this.store = store;
        this.payments = payments;
        this.books = books;
        this.fates = fates;
        this.callOffs = callOffs;
        this.returns = returns;
        this.clock = clock;
    }

    /**
     * @param actor the account of who decided it, or asked for it
     */
    Mono<RefundAnswer> carryOut(RefundPreview preview, String actor) {
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
                .then(
                        Mono.defer(
                                () ->
                                        callOffs.callOff(
                                                story, of(lines, PieceFate.NOT_SENT), actor)))
                .then(Mono.defer(() -> fates.decide(story, pieces(lines), actor)))
                .then(
                        Mono.defer(
                                () ->
                                        returns.refunded(
                                                story.order().id(), of(lines, PieceFate.RETURNED))))
                .thenReturn(new RefundAnswer.Done(preview.amount()));
    }

    private Mono<Void> attribute(RefundPreview preview, String actor) {
        Order order = preview.known().order();
        RefundWish wish = preview.wish();
        return books.attribute(order.payment(), wish.id(order.id()), wish.parts(), actor).then();
    }

    private static List<ParcelLine> of(List<RefundedLine> lines, PieceFate fate) {
        return lines.stream()
                .filter(line -> line.fate() == fate)
                .map(line -> line.pieces().pieces())
                .toList();
    }

    private static List<FatedPieces> pieces(List<RefundedLine> lines) {
        return lines.stream().map(RefundedLine::pieces).toList();
    }
}
