package org.lfnkr.zabuton.orders.lifecycle;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.orders.Happening;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStatus;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.orders.Timings;
import org.lfnkr.zabuton.stock.ReservationResult.Reserved;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.stock.StockLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * What money does for an order when it has come: its pieces are sold, or it goes back. Who calls
 * this has locked the order.
 */
@Component
class OrderSettlement {

    private static final Logger log = LoggerFactory.getLogger(OrderSettlement.class);

    private final OrderStore store;
    private final OrderStateStore states;
    private final Timings timings;
    private final Stock stock;
    private final FullRefunds refunds;
    private final OrderNews news;
    private final Clock clock;

    OrderSettlement(
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

    /** Money that comes after the pieces were freed gets them again, or goes back. */
    Mono<Void> settle(Order order, @Nullable String means) {
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
}
