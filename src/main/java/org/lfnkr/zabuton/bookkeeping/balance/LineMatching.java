package org.lfnkr.zabuton.bookkeeping.balance;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.outbox.Job;
import org.lfnkr.zabuton.outbox.RetrySchedule;
import org.lfnkr.zabuton.outbox.WorkItem;
import org.lfnkr.zabuton.outbox.WorkResult;
import org.lfnkr.zabuton.payments.balance.BalanceLine;
import org.lfnkr.zabuton.payments.balance.BalanceLines;
import org.lfnkr.zabuton.payments.balance.LineKind;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Holds lines of Stripe's balance against the journal, again and again, each time on one of the
 * nodes. A line whose entry moves what Stripe moved is explained; all others stay open.
 */
@Component
class LineMatching implements Job {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    private static final int AT_A_TIME = 500;

    private final BalanceLines lines;
    private final LineBooks books;

    LineMatching(BalanceLines lines, LineBooks books) {
        this.lines = lines;
        this.books = books;
    }

    @Override
    public String kind() {
        return "bookkeeping.lines";
    }

    @Override
    public RetrySchedule schedule() {
        return new RetrySchedule(PAUSE, PAUSE.multipliedBy(10), FOR_EVER);
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public Mono<WorkResult> attempt(WorkItem item) {
        return match("").thenReturn(new WorkResult.Again(PAUSE));
    }

    private Mono<Void> match(String after) {
        return lines.open(after, AT_A_TIME)
                .collectList()
                .filter(open -> !open.isEmpty())
                .flatMap(open -> match(open).then(goOn(open)));
    }

    private Mono<Void> goOn(List<BalanceLine> open) {
        return Mono.defer(
                () -> open.size() < AT_A_TIME ? Mono.<Void>empty() : match(open.getLast().id()));
    }

    private Mono<Void> match(List<BalanceLine> open) {
        return books.booked(open)
                .map(booked -> explained(open, booked))
                .filter(explained -> !explained.isEmpty())
                .flatMap(lines::explain);
    }

    private static List<String> explained(List<BalanceLine> open, Map<String, Long> booked) {
        return open.stream()
                .filter(line -> isExplained(line, booked.get(LineBooks.source(line))))
                .map(BalanceLine::id)
                .toList();
    }

    private static boolean isExplained(BalanceLine line, @Nullable Long booked) {
        if (booked == null) {
            return line.movesNothing();
        }
        return line.kind() != LineKind.UNKNOWN && line.net().equals(Money.yen(booked));
    }
}
