package org.lfnkr.zabuton.payments.processing;

import org.lfnkr.zabuton.outbox.Job;
import org.lfnkr.zabuton.outbox.RetrySchedule;
import org.lfnkr.zabuton.outbox.WorkItem;
import org.lfnkr.zabuton.outbox.WorkResult;
import org.lfnkr.zabuton.payments.Outcome;
import org.lfnkr.zabuton.payments.PaymentId;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.UUID;

/** Asks about payments that have not ended, and refunds under way: nobody may tell of them. */
@Component
public class PaymentSweep implements Job {

    static final String KIND = "payments.check";

    private static final RetrySchedule SCHEDULE =
            new RetrySchedule(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofDays(3));

    private final PaymentStore payments;
    private final RefundStore refunds;
    private final Inquiry inquiry;

    PaymentSweep(PaymentStore payments, RefundStore refunds, Inquiry inquiry) {
        this.payments = payments;
        this.refunds = refunds;
        this.inquiry = inquiry;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public RetrySchedule schedule() {
        return SCHEDULE;
    }

    @Override
    public Mono<WorkResult> attempt(WorkItem item) {
        PaymentId id = new PaymentId(UUID.fromString(item.key()));
        return payments.nextCheck(id)
                .flatMap(open -> inquiry.ask(id))
                .delayUntil(outcome -> askHeld(id))
                .flatMap(outcome -> payments.nextCheck(id).map(pause -> next(outcome, pause)))
                .defaultIfEmpty(WorkResult.DONE);
    }

    /** What is held may have come on other pages. */
    private Mono<Void> askHeld(PaymentId id) {
        return refunds.heldUnderWay(id)
                .concatMap(held -> inquiry.askHeld(id, held.session(), held.intent()))
                .then();
    }

    private static WorkResult next(Outcome outcome, Duration pause) {
        return outcome == Outcome.UNREACHABLE
                ? new WorkResult.Failed(outcome.name())
                : new WorkResult.Again(pause);
    }
}
