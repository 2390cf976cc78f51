package org.lfnkr.zabuton.orders;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.PaymentView;
import org.lfnkr.zabuton.payments.RefundFailed;
import org.lfnkr.zabuton.payments.RefundStatus;
import org.lfnkr.zabuton.payments.RefundUnderWay;
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
class Lifecycle {

    private static final Logger log = LoggerFactory.getLogger(Lifecycle.class);

    private final OrderStore store;
    private final Stock stock;
    private final FullRefunds refunds;
    private final Restocking restocking;
    private final Mail mail;
    private final Clock clock;

    Lifecycle(
            OrderStore store,
            Stock stock,
            FullRefunds refunds,
            Restocking restocking,
            Mail mail,
            Clock clock) {
        this.store = store;
        this.stock = stock;
        this.refunds = refunds;
        this.restocking = restocking;
        this.mail = mail;
        this.clock = clock;
    }

    /** Brings an order to where its payment stands. */
    @Transactional
    public Mono<Order> follow(OrderId id, PaymentView payment) {
        return store.lock(id)
                .flatMap(order -> step(order, payment))
                .then(Mono.defer(() -> store.find(id)));
    }

    private Mono<Void> step(Order order, PaymentView payment) {
        return switch (payment.status()) {
            case REQUESTED, OPEN -> Mono.empty();
            case AWAITING -> await(order);
            case SETTLED -> settle(order);
            case EXPIRED, FAILED, CANCELLED -> end(order, payment.status());
            case HELD -> hold(order);
        };
    }

    /** The buyer chose to order something else instead; no mail is sent about this order's end. */
    @Transactional
    public Mono<Void> supersede(OrderId id) {
        return store.setSuperseded(id, true);
    }

    /** It was paid before it could be given up, so nothing takes its place. */
    @Transactional
    public Mono<Void> keepPaid(OrderId id) {
        return store.setSuperseded(id, false);
    }

    Mono<Void> await(OrderId id) {
        return store.lock(id).flatMap(this::await);
    }

    private Mono<Void> await(Order order) {
        if (order.status() != OrderStatus.AWAITING_PAYMENT) {
            return Mono.empty();
        }
        return store.setStatus(order.id(), OrderStatus.AWAITING_KONBINI)
                .then(note(order, Happening.Kind.AWAITING_KONBINI, null))
                .then(tell(order, OrderLetters.RECEIVED));
    }

    Mono<Void> settle(OrderId id) {
        return store.lock(id).flatMap(this::settle);
    }

    /** Money that comes after the pieces were freed gets them again, or goes back. */
    private Mono<Void> settle(Order order) {
        return switch (order.status()) {
            case AWAITING_PAYMENT, AWAITING_KONBINI, CANCELLED ->
                    store.lockAttempt(order.attempt())
                            .then(store.isPaidTwice(order))
                            .flatMap(twice -> twice ? turnSecondBack(order) : take(order));
            case PAID, HELD, SOLD_OUT, REFUNDED -> Mono.empty();
        };
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
                .then(store.setPaid(order.id(), now))
                .then(note(order, Happening.Kind.PAID, order.total()))
                .then(tell(order, OrderLetters.PAID));
    }

    /** Nobody pays for both: what was paid first is sent, the other money goes back. */
    private Mono<Void> turnSecondBack(Order order) {
        return store.setSuperseded(order.id(), true)
                .then(order.status().isOpen() ? stock.release(order.id().value()) : Mono.empty())
                .then(store.setStatus(order.id(), OrderStatus.SOLD_OUT))
                .then(note(order, Happening.Kind.PAID_TWICE, order.total()))
                .then(refunds.request(order, "Another order was paid in its place"))
                .then(tell(order, OrderLetters.TURNED_BACK));
    }

    private Mono<Void> turnBack(Order order) {
        return store.setStatus(order.id(), OrderStatus.SOLD_OUT)
                .then(note(order, Happening.Kind.SOLD_OUT, order.total()))
                .then(refunds.request(order, "Sold out before the payment arrived"))
                .then(tell(order, OrderLetters.TURNED_BACK));
    }

    /** A code that has been cancelled or paid meanwhile is not spoken of. */
    Mono<Void> remind(OrderId id) {
        return store.lock(id)
                .filter(order -> order.status() == OrderStatus.AWAITING_KONBINI)
                .flatMap(order -> tell(order, OrderLetters.REMINDER));
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
        return store.setStatus(order.id(), OrderStatus.CANCELLED)
                .then(stock.release(order.id().value()))
                .then(note(order, Happening.Kind.CANCELLED, null))
                .then(order.superseded() ? Mono.empty() : tell(order, letterOf(how)));
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
        return store.setStatus(order.id(), OrderStatus.HELD)
                .then(note(order, Happening.Kind.HELD, null))
                .then(tell(order, OrderLetters.HELD));
    }

    /**
     * The order stays as it is until the money has arrived: what comes back is still to be sent or
     * refunded. Where it stands meanwhile follows from the refunds, see {@link OrderStanding}.
     */
    Mono<Void> refundUnderWay(OrderId id, RefundUnderWay news) {
        boolean waits = news.status() == RefundStatus.NEEDS_ACCOUNT;
        Happening.Kind kind =
                waits ? Happening.Kind.REFUND_NEEDS_ACCOUNT : Happening.Kind.REFUND_PENDING;
        String letter = waits ? OrderLetters.REFUND_NEEDS_ACCOUNT : OrderLetters.REFUND_PENDING;
        return store.lock(id)
                .delayUntil(order -> note(order, kind, Money.yen(news.amount())))
                .flatMap(order -> tell(order, letter, round(news)));
    }

    /** One that comes back from the bank is told of again. */
    private static String round(RefundUnderWay news) {
        return news.refundId().value() + "@" + news.at().toEpochMilli();
    }

    /** Once per refund: the outbox delivers each exactly once. */
    Mono<Void> refund(OrderId id, Money amount, String refund) {
        return store.lock(id)
                .delayUntil(order -> giveBack(order, amount))
                .flatMap(order -> tell(order, OrderLetters.REFUNDED, refund));
    }

    private Mono<Void> giveBack(Order order, Money amount) {
        Money refunded = order.refunded().plus(amount).min(order.total());
        boolean whole = refunded.equals(order.total()) && isSoldStill(order);
        return store.setRefunded(order.id(), refunded)
                .then(note(order, Happening.Kind.REFUNDED, amount))
                .then(whole ? undoSale(order) : Mono.empty());
    }

    /** One whose refund came back at first is held; what it has sold is its own or on the shelf. */
    private static boolean isSoldStill(Order order) {
        return order.status() == OrderStatus.PAID || order.status() == OrderStatus.HELD;
    }

    /** Where the pieces are, money doesn't know. */
    private Mono<Void> undoSale(Order order) {
        return store.setStatus(order.id(), OrderStatus.REFUNDED).then(restocking.ask(order.id()));
    }

    /**
     * The money is back with us. Where all of it was to go back, the pieces may be sold to others
     * already, so staff decide what happens to the order. One that was to get a part back goes on.
     */
    Mono<Void> refundFailed(OrderId id, RefundFailed failed) {
        Money amount = Money.yen(failed.amount());
        String refund = failed.refundId().value().toString();
        return store.lock(id)
                .delayUntil(order -> store.setRefunded(id, refundedWithout(order, failed)))
                .delayUntil(order -> holdUnrefunded(order, failed))
                .delayUntil(order -> note(order, Happening.Kind.REFUND_FAILED, amount))
                .flatMap(order -> tell(order, OrderLetters.REFUND_FAILED, refund));
    }

    private Mono<Void> holdUnrefunded(Order order, RefundFailed failed) {
        Money others = refundedWithout(order, failed);
        boolean part = others.plus(Money.yen(failed.amount())).compareTo(order.total()) < 0;
        return part && order.status() == OrderStatus.PAID
                ? Mono.empty()
                : store.setStatus(order.id(), OrderStatus.HELD);
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
                                store.setDisputed(id, true)
                                        .then(note(order, Happening.Kind.DISPUTED, amount))
                                        .then(tell(order, OrderLetters.DISPUTED, dispute)));
    }

    Mono<Void> closeDispute(OrderId id, boolean won, String dispute) {
        return store.lock(id).flatMap(order -> won ? keep(order, dispute) : lose(order, dispute));
    }

    private Mono<Void> keep(Order order, String dispute) {
        return store.setDisputed(order.id(), false)
                .then(note(order, Happening.Kind.DISPUTE_WON, null))
                .then(tell(order, OrderLetters.DISPUTE_WON, dispute));
    }

    private Mono<Void> lose(Order order, String dispute) {
        return note(order, Happening.Kind.DISPUTE_LOST, null)
                .then(order.status() == OrderStatus.PAID ? undoSale(order) : Mono.empty())
                .then(tell(order, OrderLetters.CHARGED_BACK, dispute));
    }

    private Mono<Void> note(Order order, Happening.Kind kind, @Nullable Money amount) {
        return store.note(order.id(), new Happening(kind, amount, clock.instant()));
    }

    private Mono<Void> tell(Order order, String letter) {
        return tell(order, letter, "");
    }

    private Mono<Void> tell(Order order, String letter, String detail) {
        String reference = OrderLetters.reference(order.id(), detail);
        return mail.queue(new MailRequest(letter, reference, order.language()));
    }
}
