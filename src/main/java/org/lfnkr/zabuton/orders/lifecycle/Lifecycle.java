package org.lfnkr.zabuton.orders.lifecycle;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.orders.Happening;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderLifecycle;
import org.lfnkr.zabuton.orders.OrderStatus;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.payments.HeldMoneyReturned;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.PaymentView;
import org.lfnkr.zabuton.stock.Stock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Instant;

/**
 * Moves orders on as their payments move. Each step locks the order, goes forward only and does
 * nothing the second time, so it may be called from the outbox and from a page at once.
 */
@Component
class Lifecycle implements OrderLifecycle {

    /** By Stripe's name; the only means whose payment is waited for. */
    private static final String KONBINI = "konbini";

    private final OrderStore store;
    private final OrderStateStore states;
    private final Stock stock;
    private final OrderSettlement settlement;
    private final OrderNews news;

    Lifecycle(
            OrderStore store,
            OrderStateStore states,
            Stock stock,
            OrderSettlement settlement,
            OrderNews news) {
        this.store = store;
        this.states = states;
        this.stock = stock;
        this.settlement = settlement;
        this.news = news;
    }

    @Override
    @Transactional
    public Mono<Order> follow(OrderId id, PaymentView payment) {
        return store.lock(id)
                .flatMap(order -> step(order, payment))
                .then(Mono.defer(() -> store.find(id)));
    }

    private Mono<Void> step(Order order, PaymentView payment) {
        return switch (payment.status()) {
            case REQUESTED, OPEN -> Mono.empty();
            case AWAITING -> await(order, payment.payBy());
            case SETTLED -> settlement.settle(order, payment.method());
            case EXPIRED, FAILED, CANCELLED -> end(order, payment.status());
            case HELD -> hold(order);
        };
    }

    @Override
    @Transactional
    public Mono<Void> supersede(OrderId id) {
        return states.setSuperseded(id, true);
    }

    @Override
    @Transactional
    public Mono<Void> keepPaid(OrderId id) {
        return states.setSuperseded(id, false);
    }

    /**
     * @param payBy when the code ends
     */
    Mono<Void> await(OrderId id, Instant payBy) {
        return store.lock(id).flatMap(order -> await(order, payBy));
    }

    private Mono<Void> await(Order order, @Nullable Instant payBy) {
        if (order.status() != OrderStatus.AWAITING_PAYMENT) {
            return Mono.empty();
        }
        return states.setStatus(order.id(), OrderStatus.AWAITING_KONBINI)
                .then(states.setMeans(order.id(), KONBINI))
                .then(states.setPayBy(order.id(), payBy))
                .then(news.note(order, Happening.Kind.AWAITING_KONBINI, null))
                .then(news.tell(order, OrderLetters.RECEIVED));
    }

    /**
     * @param means Stripe's name of how it was paid; null where that is not known
     */
    Mono<Void> settle(OrderId id, @Nullable String means) {
        return store.lock(id).flatMap(order -> settlement.settle(order, means));
    }

    /** A code that has been cancelled or paid meanwhile is not spoken of. */
    Mono<Void> remind(OrderId id) {
        return store.lock(id)
                .filter(order -> order.status() == OrderStatus.AWAITING_KONBINI)
                .flatMap(order -> news.tell(order, OrderLetters.REMINDER));
    }

    /**
     * @param how the payment ended
     */
    Mono<Void> end(OrderId id, PaymentStatus how) {
        return store.lock(id).flatMap(order -> end(order, how));
    }

    private Mono<Void> end(Order order, PaymentStatus how) {
        if (!order.status().isOpen()) {
            return Mono.empty();
        }
        return states.setStatus(order.id(), OrderStatus.CANCELLED)
                .then(stock.release(order.id().value()))
                .then(news.note(order, Happening.Kind.CANCELLED, null))
                .then(order.superseded() ? Mono.empty() : news.tell(order, letterOf(how)));
    }

    private static String letterOf(PaymentStatus how) {
        return how == PaymentStatus.CANCELLED ? OrderLetters.GIVEN_UP : OrderLetters.CANCELLED;
    }

    Mono<Void> hold(OrderId id) {
        return store.lock(id).flatMap(this::hold);
    }

    private Mono<Void> hold(Order order) {
        if (!order.status().isOpen() && order.status() != OrderStatus.CANCELLED) {
            return Mono.empty();
        }
        return states.setStatus(order.id(), OrderStatus.HELD)
                .then(news.note(order, Happening.Kind.HELD, null))
                .then(news.tell(order, OrderLetters.HELD));
    }

    /** What came beside the payment changes nothing of the order; all that came ends it. */
    Mono<Void> giveBack(OrderId id, HeldMoneyReturned returned) {
        return store.lock(id)
                .flatMap(
                        order ->
                                returned.what() == HeldMoneyReturned.What.ALL
                                        ? putBack(order)
                                        : tellSurplus(order, returned));
    }

    private Mono<Void> putBack(Order order) {
        if (order.status() != OrderStatus.HELD || order.paidAt() != null) {
            return Mono.empty();
        }
        return states.setStatus(order.id(), OrderStatus.RETURNED)
                .then(stock.release(order.id().value()))
                .then(news.note(order, Happening.Kind.RETURNED, null))
                .then(news.tell(order, OrderLetters.RETURNED));
    }

    private Mono<Void> tellSurplus(Order order, HeldMoneyReturned returned) {
        return news.note(order, Happening.Kind.SURPLUS, null)
                .then(news.tell(order, OrderLetters.SURPLUS, returned.hold().toString()));
    }
}
