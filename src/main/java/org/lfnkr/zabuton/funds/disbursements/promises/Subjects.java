package org.lfnkr.zabuton.funds.disbursements.promises;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.desk.GiftDesk;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.payments.PaymentId;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.UUID;

/** Says what staff call an order or a gift, by the id under which its money is known. */
@Component
class Subjects {

    private final Orders orders;
    private final GiftDesk gifts;

    Subjects(Orders orders, GiftDesk gifts) {
        this.orders = orders;
        this.gifts = gifts;
    }

    /**
     * @param path of its page at the desk, behind the language; null where it has none
     */
    record Named(String reference, @Nullable String path) {}

    Mono<Named> find(UUID subject) {
        return orders.find(new OrderId(subject))
                .map(order -> order(order.reference()))
                .switchIfEmpty(Mono.defer(() -> gift(new PaymentId(subject))))
                .defaultIfEmpty(new Named("–", null));
    }

    private static Named order(String reference) {
        return new Named(reference, "/desk/orders/" + reference);
    }

    private Mono<Named> gift(PaymentId payment) {
        return gifts.find(payment)
                .map(pledge -> new Named(pledge.reference(), "/desk/gifts/" + payment));
    }
}
