package org.lfnkr.zabuton.payments.processing;

import org.lfnkr.zabuton.outbox.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

/** Has those reminded who hold a konbini code that is about to lapse. */
@Component
public class Reminders {

    private final PaymentStore payments;
    private final Outbox outbox;

    Reminders(PaymentStore payments, Outbox outbox) {
        this.payments = payments;
        this.outbox = outbox;
    }

    /** Says how many. */
    @Transactional
    public Mono<Long> remind() {
        return payments.claimReminders()
                .concatMap(due -> outbox.append(due).thenReturn(due))
                .count();
    }
}
