package org.lfnkr.zabuton.outbox;

import io.micrometer.core.instrument.MeterRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;

/**
 * The one queue of due work that calls something outside of the database. An item is added in the
 * transaction that makes it necessary, taken up by one node at a time, tried until it is done, and
 * parked for staff once its {@link RetrySchedule} has no patience left. Who takes one up has it for
 * one pause: if that node dies, it comes due again by itself.
 */
@Component
public class WorkQueue {

    private static final Logger log = LoggerFactory.getLogger(WorkQueue.class);

    private final WorkStore store;
    private final TransactionalOperator transaction;
    private final MeterRegistry meters;
    private final Clock clock;

    WorkQueue(
            WorkStore store, TransactionalOperator transaction, MeterRegistry meters, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * To be done now, which every node hears once the caller's transaction commits. Work that waits
     * already, parked or not, begins anew.
     */
    public Mono<Void> add(String kind, Object key) {
        return add(kind, key, clock.instant());
    }

    /** To be done then, instead of when it was to be done so far. */
    public Mono<Void> add(String kind, Object key, Instant due) {
        return store.add(kind, key.toString(), due);
    }

    /**
     * Takes an item off, in the caller's transaction; where nothing else must happen with that, the
     * result of the attempt is enough. Says whether it was still there as it was taken up.
     */
    public Mono<Boolean> finish(WorkItem item) {
        return store.finish(item);
    }

    /**
     * Tries all of a kind that is due now, several at a time; never to be called in a transaction.
     * What is put back meanwhile waits for the next call, so that nothing keeps one going.
     *
     * @return how many were tried
     */
    public Mono<Long> drain(Job job) {
        return Mono.fromSupplier(clock::instant)
                .flatMap(
                        start ->
                                claim(job, start)
                                        .flatMap(first -> tryFrom(job, first, start))
                                        .defaultIfEmpty(0L));
    }

    /** Where one was found there may be more; where none was, one question is enough. */
    private Mono<Long> tryFrom(Job job, WorkItem first, Instant dueBy) {
        Mono<Long> own = attempt(job, first).then(tryAllDue(job, dueBy)).map(more -> more + 1);
        Flux<Long> others = Flux.range(1, job.atOnce() - 1).flatMap(lane -> tryAllDue(job, dueBy));
        return Flux.merge(own, others).reduce(0L, Long::sum);
    }

    private Mono<Long> tryAllDue(Job job, Instant dueBy) {
        return tryNext(job, dueBy).repeat().takeWhile(found -> found).count();
    }

    private Mono<Boolean> tryNext(Job job, Instant dueBy) {
        return claim(job, dueBy)
                .flatMap(item -> attempt(job, item).thenReturn(true))
                .defaultIfEmpty(false);
    }

    private Mono<WorkItem> claim(Job job, Instant dueBy) {
        return Mono.defer(() -> store.claim(job.kind(), dueBy, job.schedule()));
    }

    private Mono<Void> attempt(Job job, WorkItem item) {
        return Mono.defer(() -> job.attempt(item))
                .onErrorResume(
                        failure ->
                                failed(job, item, Failure.of(failure), job.isForGood(failure))
                                        .then(Mono.empty()))
                .flatMap(result -> conclude(job, item, result));
    }

    private Mono<Void> conclude(Job job, WorkItem item, WorkResult result) {
        return switch (result) {
            case WorkResult.Done done -> store.finish(item).then();
            case WorkResult.Again again -> store.putBack(item, clock.instant().plus(again.pause()));
            case WorkResult.Failed failed -> failed(job, item, failed.why(), false);
        };
    }

    /** Says the kind of failure only: its message may name a person. */
    private Mono<Void> failed(Job job, WorkItem item, String why, boolean forGood) {
        Instant now = clock.instant();
        boolean over = forGood || job.schedule().isOver(item.since(), now);
        meters.counter("zabuton.work.failures", "kind", item.kind()).increment();
        log.warn(
                "{} {} failed at attempt {}{}: {}",
                item.kind(),
                item.key(),
                item.attempts(),
                over ? " and is given up" : "",
                why);
        return over
                ? store.park(item, why, now)
                        .filter(parked -> parked)
                        .flatMap(parked -> job.givenUp(item))
                        .as(transaction::transactional)
                : store.postpone(item, why, now.plus(job.schedule().pause(item.attempts())));
    }
}
