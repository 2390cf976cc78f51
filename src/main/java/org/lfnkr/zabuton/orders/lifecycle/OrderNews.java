package org.lfnkr.zabuton.orders.lifecycle;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.orders.Happening;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderHappened;
import org.lfnkr.zabuton.outbox.Outbox;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;

/** Notes what happened to an order, and has it told to the buyer. */
@Component
class OrderNews {

    private final OrderStateStore states;
    private final Mail mail;
    private final Outbox outbox;
    private final Clock clock;

    OrderNews(OrderStateStore states, Mail mail, Outbox outbox, Clock clock) {
        this.states = states;
        this.mail = mail;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param amount in yen, where a sum belongs to it
     */
    Mono<Void> note(Order order, Happening.Kind kind, @Nullable Money amount) {
        return note(order, new Happening(kind, amount, clock.instant()));
    }

    /** Joins the caller's transaction; rooms above hear of it. */
    Mono<Void> note(Order order, Happening it) {
        return states.note(order.id(), it)
                .then(outbox.append(new OrderHappened(order.id().value(), it.kind(), it.at())));
    }

    /**
     * @param letter its kind, see {@link OrderLetters}
     */
    Mono<Void> tell(Order order, String letter) {
        return tell(order, letter, "");
    }

    /**
     * @param detail what it is about, where there may be several letters of a kind
     */
    Mono<Void> tell(Order order, String letter, String detail) {
        String reference = OrderLetters.reference(order.id(), detail);
        return mail.queue(new MailRequest(letter, reference, order.language()));
    }
}
