package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.payments.Payments;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundRequest;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.UUID;

/** Gives all the money back when the last piece went to somebody else. */
@Component
class SoldOutRefunds {

    private final Payments payments;

    SoldOutRefunds(Payments payments) {
        this.payments = payments;
    }

    /** In the caller's transaction; Stripe hears of it after the commit. */
    Mono<Void> request(Order order) {
        RefundRequest everything =
                new RefundRequest(
                        new RefundId(UUID.randomUUID()),
                        order.payment(),
                        order.total(),
                        "orders",
                        "Sold out before the payment arrived");
        return payments.refund(everything).then();
    }
}
