package org.lfnkr.zabuton.payments.balance;

import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Keeps what was read, and says in the same transaction what follows from it. */
@Component
class LineKeeper {

    private final BalanceStore store;
    private final WorkQueue queue;
    private final Outbox outbox;
    private final Clock clock;

    LineKeeper(BalanceStore store, WorkQueue queue, Outbox outbox, Clock clock) {
        this.store = store;
        this.queue = queue;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Keeps a page, and where reading goes on behind it.
     *
     * @return how many of its lines were not known
     */
    @Transactional
    public Mono<Long> keep(LinePage page, Instant until) {
        return add(page)
                .flatMap(
                        fresh ->
                                page.last()
                                        .map(last -> store.goOn(until, last))
                                        .orElseGet(() -> store.readUntil(until))
                                        .thenReturn(fresh));
    }

    /** Keeps a page of lines that were to be looked at again. */
    @Transactional
    public Mono<Long> add(LinePage page) {
        return Flux.fromIterable(page.lines())
                .concatMap(this::add)
                .collectList()
                .flatMap(fresh -> store.sum(yen(fresh)).thenReturn((long) fresh.size()));
    }

    /** Empty where the line was known. */
    private Mono<StripeLine> add(StripeLine line) {
        return store.add(line, clock.instant())
                .filter(fresh -> fresh)
                .flatMap(fresh -> follow(line).thenReturn(line));
    }

    private static long yen(List<StripeLine> lines) {
        return lines.stream().filter(StripeLine::isYen).mapToLong(StripeLine::net).sum();
    }

    private Mono<Void> follow(StripeLine line) {
        if (!line.isBookable()) {
            return Mono.empty();
        }
        return switch (line.kind()) {
            case CHARGE, REFUND, DISPUTE -> queue.add(OwnerSearch.KIND, line.id());
            case PAYOUT, PAYOUT_BACK -> outbox.append(moved(line)).then(followPayout(line));
            default -> outbox.append(moved(line));
        };
    }

    private Mono<Void> followPayout(StripeLine line) {
        return line.source() == null
                ? Mono.empty()
                : queue.add(PayoutFollowing.KIND, line.source());
    }

    private static BalanceLineMoved moved(StripeLine line) {
        return new BalanceLineMoved(
                line.id(), line.kind(), line.gross(), line.fee(), line.createdAt());
    }
}
