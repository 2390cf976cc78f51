package org.lfnkr.zabuton.orders.lifecycle;

import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStanding;
import org.lfnkr.zabuton.orders.OrderStatus;

import java.util.Map;
import java.util.Set;

/** Which letter still tells what is so when it is sent. */
final class LetterStandings {

    /** Of which standings a letter speaks; one that says a sum has a rule of its own. */
    private static final Map<String, Set<OrderStanding>> STANDINGS =
            Map.of(
                    OrderLetters.RECEIVED,
                    Set.of(OrderStanding.AWAITING_PAYMENT, OrderStanding.AWAITING_KONBINI),
                    OrderLetters.REMINDER,
                    Set.of(OrderStanding.AWAITING_KONBINI),
                    OrderLetters.PAID,
                    Set.of(
                            OrderStanding.PAID,
                            OrderStanding.PART_SENT,
                            OrderStanding.SENT,
                            OrderStanding.RETURN_ASKED,
                            OrderStanding.RETURN_ACCEPTED,
                            OrderStanding.RETURN_ARRIVED,
                            OrderStanding.RETURN_CHECKED,
                            OrderStanding.EXCHANGING,
                            OrderStanding.RETURNED,
                            OrderStanding.CAME_BACK,
                            OrderStanding.CALLED_OFF,
                            OrderStanding.DISPUTED,
                            OrderStanding.DISPUTED_AFTER_SENDING),
                    OrderLetters.CANCELLED,
                    Set.of(OrderStanding.CANCELLED),
                    OrderLetters.GIVEN_UP,
                    Set.of(OrderStanding.CANCELLED),
                    OrderLetters.TURNED_BACK,
                    Set.of(OrderStanding.SOLD_OUT, OrderStanding.PAID_TWICE),
                    OrderLetters.HELD,
                    Set.of(OrderStanding.HELD),
                    OrderLetters.DISPUTED,
                    Set.of(OrderStanding.DISPUTED, OrderStanding.DISPUTED_AFTER_SENDING),
                    OrderLetters.DISPUTE_WON,
                    Set.of(
                            OrderStanding.PAID,
                            OrderStanding.PART_SENT,
                            OrderStanding.SENT,
                            OrderStanding.RETURN_ASKED,
                            OrderStanding.RETURN_ACCEPTED,
                            OrderStanding.RETURN_ARRIVED,
                            OrderStanding.RETURN_CHECKED,
                            OrderStanding.EXCHANGING,
                            OrderStanding.RETURNED,
                            OrderStanding.CAME_BACK,
                            OrderStanding.CALLED_OFF),
                    OrderLetters.CHARGED_BACK,
                    Set.of(OrderStanding.CHARGED_BACK, OrderStanding.CHARGED_BACK_AFTER_SENDING));

    private LetterStandings() {}

    /** What was overtaken is not told any more: another letter tells what came instead. */
    static boolean isStillSo(String kind, Order order, OrderStanding standing) {
        return switch (kind) {
            case OrderLetters.REFUNDED -> order.refunded().isPositive();
            case OrderLetters.RETURNED -> order.status() == OrderStatus.RETURNED;
            case OrderLetters.SURPLUS -> true;
            default -> STANDINGS.getOrDefault(kind, Set.of()).contains(standing);
        };
    }
}
