package org.lfnkr.zabuton.payments.processing;

import org.lfnkr.zabuton.outbox.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

/** Has those reminded who hold a konbini code that is about to lapse. */
@Component
public class Reminders {

    private final ReminderStore store;
    private final Outbox outbox;

    Reminders(ReminderStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    /** Says how many. */
    @Transactional
    public Mono<Long> remind() {
        return store.claim().concatMap(due -> outbox.append(due).thenReturn(due)).count();
    }
}
