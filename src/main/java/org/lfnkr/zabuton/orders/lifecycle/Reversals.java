package org.lfnkr.zabuton.orders.lifecycle;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.Happening;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStanding;
import org.lfnkr.zabuton.orders.OrderStatus;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.orders.pieces.Restocking;
import org.lfnkr.zabuton.payments.RefundFailed;
import org.lfnkr.zabuton.payments.RefundStatus;
import org.lfnkr.zabuton.payments.RefundUnderWay;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/**
 * Follows money that goes back, by a refund or to a bank. Each step locks the order; the outbox
 * delivers each refund and dispute once.
 */
@Component
class Reversals {

    private final OrderStore store;
    private final OrderStateStore states;
    private final Restocking restocking;
    private final OrderNews news;

    Reversals(OrderStore store, OrderStateStore states, Restocking restocking, OrderNews news) {
        this.store = store;
        this.states = states;
        this.restocking = restocking;
        this.news = news;
    }

    /**
     * The order stays as it is until the money has arrived: what comes back is still to be sent or
     * refunded. Where it stands meanwhile follows from the refunds, see {@link OrderStanding}.
     */
    Mono<Void> refundUnderWay(OrderId id, RefundUnderWay refund) {
        boolean waits = refund.status() == RefundStatus.NEEDS_ACCOUNT;
        Happening.Kind kind =
                waits ? Happening.Kind.REFUND_NEEDS_ACCOUNT : Happening.Kind.REFUND_PENDING;
        String letter = waits ? OrderLetters.REFUND_NEEDS_ACCOUNT : OrderLetters.REFUND_PENDING;
        return store.lock(id)
                .delayUntil(order -> news.note(order, kind, Money.yen(refund.amount())))
                .flatMap(order -> news.tell(order, letter, round(refund)));
    }

    /** One that comes back from the bank is told of again. */
    private static String round(RefundUnderWay refund) {
        return refund.refundId().value() + "@" + refund.at().toEpochMilli();
    }

    /** Once per refund: the outbox delivers each exactly once. */
    Mono<Void> refund(OrderId id, Money amount, String refund) {
        return store.lock(id)
                .delayUntil(order -> giveBack(order, amount))
                .flatMap(order -> news.tell(order, OrderLetters.REFUNDED, refund));
    }

    private Mono<Void> giveBack(Order order, Money amount) {
        Money refunded = order.refunded().plus(amount).min(order.total());
        boolean whole = refunded.equals(order.total()) && isSoldStill(order);
        return states.setRefunded(order.id(), refunded)
                .then(news.note(order, Happening.Kind.REFUNDED, amount))
                .then(whole ? undoSale(order) : Mono.empty());
    }

    /** One whose refund came back at first is held; what it has sold is its own or on the shelf. */
    private static boolean isSoldStill(Order order) {
        return order.status() == OrderStatus.PAID || order.status() == OrderStatus.HELD;
    }

    /** Where the pieces are, money doesn't know. */
    private Mono<Void> undoSale(Order order) {
        return states.setStatus(order.id(), OrderStatus.REFUNDED).then(restocking.ask(order.id()));
    }

    /**
     * The money is back with us. Where all of it was to go back, the pieces may be sold to others
     * already, so staff decide what happens to the order. One that was to get a part back goes on.
     */
    Mono<Void> refundFailed(OrderId id, RefundFailed failed) {
        Money amount = Money.yen(failed.amount());
        String refund = failed.refundId().value().toString();
        return store.lock(id)
                .delayUntil(order -> states.setRefunded(id, refundedWithout(order, failed)))
                .delayUntil(order -> holdUnrefunded(order, failed))
                .delayUntil(order -> news.note(order, Happening.Kind.REFUND_FAILED, amount))
                .flatMap(order -> news.tell(order, OrderLetters.REFUND_FAILED, refund));
    }

    private Mono<Void> holdUnrefunded(Order order, RefundFailed failed) {
        Money others = refundedWithout(order, failed);
        boolean part = others.plus(Money.yen(failed.amount())).compareTo(order.total()) < 0;
        return part && order.status() == OrderStatus.PAID
                ? Mono.empty()
                : states.setStatus(order.id(), OrderStatus.HELD);
    }

    /** What never arrived was never counted. */
    private static Money refundedWithout(Order order, RefundFailed failed) {
        Money arrived = failed.arrived() ? Money.yen(failed.amount()) : Money.ZERO;
        return order.refunded().minus(arrived).max(Money.ZERO);
    }

    Mono<Void> dispute(OrderId id, Money amount, String dispute) {
        return store.lock(id)
                .flatMap(
                        order ->
                                states.setDisputed(id, true)
                                        .then(news.note(order, Happening.Kind.DISPUTED, amount))
                                        .then(news.tell(order, OrderLetters.DISPUTED, dispute)));
    }

    Mono<Void> closeDispute(OrderId id, boolean won, String dispute) {
        return store.lock(id).flatMap(order -> won ? keep(order, dispute) : lose(order, dispute));
    }

    private Mono<Void> keep(Order order, String dispute) {
        return states.setDisputed(order.id(), false)
                .then(news.note(order, Happening.Kind.DISPUTE_WON, null))
                .then(news.tell(order, OrderLetters.DISPUTE_WON, dispute));
    }

    private Mono<Void> lose(Order order, String dispute) {
        return news.note(order, Happening.Kind.DISPUTE_LOST, null)
                .then(isSoldStill(order) ? undoSale(order) : Mono.empty())
                .then(news.tell(order, OrderLetters.CHARGED_BACK, dispute));
    }
}
