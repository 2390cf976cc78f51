package org.lfnkr.zabuton.staff.today;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Puts warnings off, for everybody; who did and why stands in the audit trail. */
@Service
class Snoozes {

    private final SnoozeStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Snoozes(SnoozeStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is put off now, by the warning's key. */
    Mono<Map<String, Snooze>> now() {
        return store.at(clock.instant()).collectMap(Snooze::concern);
    }

    /** Of as many as there are; it comes back when there are more, or when the time is over. */
    @Transactional
    public Mono<Void> snooze(
            Concern concern, Tally tally, String reason, Duration time, UUID account) {
        Instant now = clock.instant();
        Snooze snooze = new Snooze(concern.key(), tally.count(), reason, now.plus(time));
        return store.put(snooze, account, now)
                .then(audit.record(account.toString(), "warning.snoozed", concern.key(), reason));
    }

    /** Shows it again. */
    @Transactional
    public Mono<Void> end(Concern concern, UUID account) {
        return store.end(concern.key(), clock.instant())
                .filter(ended -> ended)
                .flatMap(
                        ended ->
                                audit.record(
                                        account.toString(),
                                        "warning.shown-again",
                                        concern.key(),
                                        "desk"));
    }
}
