package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.giving.desk.GiftDesk;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.payments.PaymentId;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.YearMonth;
import java.util.UUID;

/** Finds who is to be told. */
@Component
class Readers {

    private final Orders orders;
    private final Giving giving;
    private final GiftDesk gifts;
    private final Clock clock;

    Readers(Orders orders, Giving giving, GiftDesk gifts, Clock clock) {
        this.orders = orders;
        this.giving = giving;
        this.gifts = gifts;
        this.clock = clock;
    }

    /**
     * A mail to whom the money of this statement came from: once for an order or a gift, and once a
     * month for all charges of a plan. Empty where nobody is known, as of what is sold at counters.
     *
     * @param subject the order, or the payment of a gift
     */
    Mono<MailRequest> request(String kind, UUID subject) {
        return orders.find(new OrderId(subject))
                .map(order -> new MailRequest(kind, subject.toString(), order.language()))
                .switchIfEmpty(
                        Mono.defer(() -> gifts.find(new PaymentId(subject)))
                                .map(pledge -> request(kind, pledge)));
    }

    private MailRequest request(String kind, Pledge pledge) {
        String id = pledge.id().value().toString();
        return new MailRequest(
                kind,
                pledge.plan() == null
                        ? id
                        : id + "/" + YearMonth.from(BusinessDate.of(clock.instant())),
                pledge.language());
    }

    /** Who reads such a mail. */
    Mono<Reader> of(MailRequest request) {
        UUID id = UUID.fromString(request.reference().split("/", 2)[0]);
        return orders.find(new OrderId(id))
                .map(this::of)
                .switchIfEmpty(Mono.defer(() -> giving.find(new PledgeId(id))).map(this::of));
    }

    private Reader of(Order order) {
        return new Reader(
                order.reference(),
                order.language(),
                order.subject(),
                orders.link(order).path(),
                order.id().value());
    }

    private Reader of(Pledge pledge) {
        PaymentId payment = pledge.payment();
        return new Reader(
                pledge.reference(),
                pledge.language(),
                pledge.subject(),
                giving.link(pledge).path(),
                pledge.plan() != null || payment == null ? null : payment.value());
    }
}
