package org.lfnkr.zabuton.funds.policies;

import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.approvals.Proposal;
import org.lfnkr.zabuton.impact.PolicyBook;
import org.lfnkr.zabuton.impact.PolicyVersion;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What policies there are, and what somebody wishes to become of them. */
@Service
class Policies {

    private final PolicyBook book;
    private final PolicyStore store;
    private final Approvals approvals;
    private final FundNames names;
    private final Clock clock;

    Policies(
            PolicyBook book, PolicyStore store, Approvals approvals, FundNames names, Clock clock) {
        this.book = book;
        this.store = store;
        this.approvals = approvals;
        this.names = names;
        this.clock = clock;
    }

    LocalDate today() {
        return BusinessDate.of(clock.instant());
    }

    /** The latest first day first. */
    Mono<List<PolicyVersion>> versions() {
        return book.all().collectList();
    }

    Mono<List<ShownPolicy>> shown() {
        return versions()
                .zipWith(names.all(), (all, called) -> ShownPolicy.all(all, today(), called));
    }

    /** A version that waits for its first day; empty for any other. */
    Mono<PolicyVersion> toCome(int version) {
        return book.find(version).filter(it -> it.isToCome(today()));
    }

    Mono<PolicyDraft> draft(UUID id) {
        return store.draft(id);
    }

    /** Keeps a draft and asks a second person. */
    @Transactional
    public Mono<Proposal> propose(PolicyDraft draft, UUID proposer) {
        return store.add(draft, clock.instant())
                .then(
                        Mono.defer(
                                () ->
                                        approvals.propose(
                                                PolicyApprovals.KIND,
                                                draft.id(),
                                                proposer,
                                                PolicyApprovals.PUBLIC)));
    }

    /** Asks a second person to withdraw a version before it begins. */
    @Transactional
    public Mono<Proposal> propose(Withdrawal withdrawal, UUID proposer) {
        return store.add(withdrawal, clock.instant())
                .then(
                        Mono.defer(
                                () ->
                                        approvals.propose(
                                                WithdrawalApprovals.KIND,
                                                withdrawal.id(),
                                                proposer,
                                                PolicyApprovals.PUBLIC)));
    }
}
