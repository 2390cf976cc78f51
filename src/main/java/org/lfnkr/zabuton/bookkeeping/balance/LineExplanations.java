package org.lfnkr.zabuton.bookkeeping.balance;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.payments.balance.BalanceLine;
import org.lfnkr.zabuton.payments.balance.BalanceLines;
import org.lfnkr.zabuton.payments.balance.LineKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Lets staff say what a line of an unknown kind is. */
@Service
class LineExplanations {

    private final BalanceLines lines;
    private final LineBooks books;
    private final AuditTrail audit;
    private final Clock clock;

    LineExplanations(BalanceLines lines, LineBooks books, AuditTrail audit, Clock clock) {
        this.lines = lines;
        this.books = books;
        this.audit = audit;
        this.clock = clock;
    }

    /** A line that stands on suspense; empty for any other. */
    Mono<BalanceLine> unknown(String line) {
        return lines.unknown(line);
    }

    /**
     * Books it from suspense to where lines of that kind stand.
     *
     * @return false where somebody has said so before, and nothing was written
     */
    @Transactional
    public Mono<Boolean> explain(BalanceLine line, LineKind kind, String reason, String by) {
        Instant now = clock.instant();
        return books.explain(line, kind, reason, by, BusinessDate.of(now), now)
                .filter(written -> written)
                .flatMap(
                        written ->
                                lines.explain(List.of(line.id()))
                                        .then(audit.record(by, "line.explained", line.id(), "desk"))
                                        .thenReturn(true))
                .defaultIfEmpty(false);
    }
}
