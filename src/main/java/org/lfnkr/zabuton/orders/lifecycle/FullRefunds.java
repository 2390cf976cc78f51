package org.lfnkr.zabuton.orders.lifecycle;

import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.lfnkr.zabuton.payments.processing.RefundRequest;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.UUID;

/** Gives all the money of an order back that can't be sent. */
@Component
class FullRefunds {

    private final Payments payments;

    FullRefunds(Payments payments) {
        this.payments = payments;
    }

    /**
     * In the caller's transaction; Stripe hears of it after the commit.
     *
     * @param reason for the audit trail
     */
    Mono<Void> request(Order order, String reason) {
        RefundRequest everything =
                new RefundRequest(
                        new RefundId(UUID.randomUUID()),
                        order.payment(),
                        order.total(),
                        "orders",
                        reason);
        return payments.refund(everything).then();
    }
}
