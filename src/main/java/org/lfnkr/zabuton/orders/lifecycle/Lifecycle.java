package org.lfnkr.zabuton.orders.lifecycle;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.orders.Happening;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderLifecycle;
import org.lfnkr.zabuton.orders.OrderStatus;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.orders.Timings;
import org.lfnkr.zabuton.payments.HeldMoneyReturned;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.PaymentView;
import org.lfnkr.zabuton.stock.ReservationResult.Reserved;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.stock.StockLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Moves orders on as their payments move. Each step locks the order, goes forward only and does
 * nothing the second time, so it may be called from the outbox and from a page at once.
 */
@Component
class Lifecycle implements OrderLifecycle {

    /** By Stripe's name; the only means whose payment is waited for. */
    private static final String KONBINI = "konbini";

    private static final Logger log = LoggerFactory.getLogger(Lifecycle.class);

    private final OrderStore store;
    private final OrderStateStore states;
    private final Timings timings;
    private final Stock stock;
    private final FullRefunds refunds;
    private final OrderNews news;
    private final Clock clock;

    Lifecycle(
            OrderStore store,
            OrderStateStore states,
            Timings timings,
            Stock stock,
            FullRefunds refunds,
            OrderNews news,
            Clock clock) {
        this.store = store;
        this.states = states;
        this.timings = timings;
        this.stock = stock;
        this.refunds = refunds;
        this.news = news;
        this.clock = clock;
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
            case SETTLED -> settle(order, payment.method());
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
        return store.lock(id).flatMap(order -> settle(order, means));
    }

    /** Money that comes after the pieces were freed gets them again, or goes back. */
    private Mono<Void> settle(Order order, @Nullable String means) {
        return switch (order.status()) {
            case AWAITING_PAYMENT, AWAITING_KONBINI, CANCELLED ->
                    states.setMeans(order.id(), means)
                            .then(states.lockAttempt(order.attempt()))
                            .then(states.isPaidTwice(order))
                            .flatMap(twice -> twice ? turnSecondBack(order) : take(order));
            case HELD, RETURNED -> order.paidAt() == null ? takeHeld(order, means) : Mono.empty();
            case PAID, SOLD_OUT, REFUNDED -> Mono.empty();
        };
    }

    /** Staff have accepted what came; its pieces may have been let go meanwhile. */
    private Mono<Void> takeHeld(Order order, @Nullable String means) {
        return states.setMeans(order.id(), means)
                .then(states.lockAttempt(order.attempt()))
                .then(states.isPaidTwice(order))
                .flatMap(twice -> twice ? turnSecondBack(order) : take(order));
    }

    private Mono<Void> take(Order order) {
        return order.status().isOpen()
                ? sell(order)
                : store.pieces(order.id())
                        .flatMap(pieces -> holdAgain(order, pieces))
                        .flatMap(held -> held ? sell(order) : turnBack(order));
    }

    private Mono<Boolean> holdAgain(Order order, List<StockLine> pieces) {
        return pieces.isEmpty()
                ? Mono.just(true)
                : stock.reserve(order.id().value(), pieces).map(Reserved.class::isInstance);
    }

    private Mono<Void> sell(Order order) {
        Instant now = clock.instant();
        log.info(
                "Sale {}: ¥{}, payment {}",
                order.reference(),
                order.total().yen(),
                order.payment());
        return stock.sell(order.id().value())
                .then(states.setPaid(order.id(), now))
                .then(timings.paid(order.id(), now))
                .then(news.note(order, Happening.Kind.PAID, order.total()))
                .then(news.tell(order, OrderLetters.PAID));
    }

    /** Nobody pays for both: what was paid first is sent, the other money goes back. */
    private Mono<Void> turnSecondBack(Order order) {
        return states.setSuperseded(order.id(), true)
                .then(holdsPieces(order) ? stock.release(order.id().value()) : Mono.empty())
                .then(states.setStatus(order.id(), OrderStatus.SOLD_OUT))
                .then(news.note(order, Happening.Kind.PAID_TWICE, order.total()))
                .then(refunds.request(order, "Another order was paid in its place"))
                .then(news.tell(order, OrderLetters.TURNED_BACK));
    }

    private static boolean holdsPieces(Order order) {
        return order.status().isOpen() || order.status() == OrderStatus.HELD;
    }

    private Mono<Void> turnBack(Order order) {
        return states.setStatus(order.id(), OrderStatus.SOLD_OUT)
                .then(news.note(order, Happening.Kind.SOLD_OUT, order.total()))
                .then(refunds.request(order, "Sold out before the payment arrived"))
                .then(news.tell(order, OrderLetters.TURNED_BACK));
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
