package org.lfnkr.zabuton.staff.stuck;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.outbox.ParkedWork;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

/** Has what was given up tried again, and notes who wished it. */
@Service
class StuckWork {

    private final ParkedWork parked;
    private final AuditTrail audit;

    StuckWork(ParkedWork parked, AuditTrail audit) {
        this.parked = parked;
        this.audit = audit;
    }

    /**
     * Nothing happens to what is not parked, or not any more.
     *
     * @return whether it was
     */
    @Transactional
    public Mono<Boolean> tryAgain(String kind, String key, String actor) {
        return parked.again(kind, key)
                .filter(again -> again)
                .delayUntil(
                        again -> audit.record(actor, "work.tried-again", kind + "/" + key, "desk"))
                .hasElement();
    }
}
