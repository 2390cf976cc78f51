package org.lfnkr.zabuton.payments.balance;

import org.lfnkr.zabuton.outbox.Job;
import org.lfnkr.zabuton.outbox.RetrySchedule;
import org.lfnkr.zabuton.outbox.WorkItem;
import org.lfnkr.zabuton.outbox.WorkResult;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Duration;

/** Reads Stripe's balance again and again, each time on one of the nodes. */
@Component
class BalanceReading implements Job {

    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final BalanceReader reader;

    BalanceReading(BalanceReader reader) {
        this.reader = reader;
    }

    @Override
    public String kind() {
        return "payments.balance";
    }

    @Override
    public RetrySchedule schedule() {
        return new RetrySchedule(PAUSE, PAUSE.multipliedBy(4), FOR_EVER);
    }

    @Override
    public int atOnce() {
        return 1;
    }

    /** A long list is read in pieces; what comes after it waits for its end. */
    @Override
    public Mono<WorkResult> attempt(WorkItem item) {
        return reader.read()
                .flatMap(
                        read ->
                                read.complete()
                                        ? follow().thenReturn(new WorkResult.Again(PAUSE))
                                        : Mono.just(new WorkResult.Again(SOON)));
    }

    private Mono<Void> follow() {
        return reader.ripen().then(reader.compare());
    }
}
