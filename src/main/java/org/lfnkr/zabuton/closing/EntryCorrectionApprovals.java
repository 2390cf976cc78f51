package org.lfnkr.zabuton.closing;

import org.lfnkr.zabuton.approvals.Approvable;
import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Content;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Matter.Fact;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.desk.Right;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Putting right what an entry said, by another that names it. */
@Component
class EntryCorrectionApprovals implements Approvable {

    static final String KIND = "closing.correction";

    private final CorrectionStore store;
    private final ClosingTrail trail;
    private final Clock clock;

    EntryCorrectionApprovals(CorrectionStore store, ClosingTrail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Right proposedWith() {
        return Right.CLOSE_PERIODS;
    }

    /** Empty once it is booked. */
    @Override
    public Mono<Matter> describe(UUID id) {
        return store.find(id)
                .filter(it -> it.booked() == null)
                .map(EntryCorrectionApprovals::matter);
    }

    private static Matter matter(Correction it) {
        String entry = Long.toString(it.entry());
        return new Matter(
                Words.of("closing.correct.approval", Words.plain(entry), Words.plain(it.sum())),
                List.of(
                        new Fact("closing.entry", Words.plain(entry)),
                        new Fact("closing.occurred", Words.plain(it.occurredOn())),
                        new Fact("closing.debit", Words.plain(it.debit())),
                        new Fact("closing.credit", Words.plain(it.credit())),
                        new Fact("closing.sum", Words.plain(it.sum())),
                        new Fact("closing.correct.reason", Words.plain(it.reason()))),
                CorrectionsController.PATH,
                Content.of(
                        KIND,
                        "correction",
                        it.id(),
                        "entry",
                        it.entry(),
                        "debit",
                        it.debitCode(),
                        "credit",
                        it.creditCode(),
                        "yen",
                        it.sum().yen(),
                        "reason-sha256",
                        Content.digest(it.reason())));
    }

    @Override
    public Mono<Void> carryOut(Approval approval) {
        return store.book(approval.subject(), approval.id(), clock.instant())
                .then(store.find(approval.subject()))
                .flatMap(trail::corrected);
    }
}
