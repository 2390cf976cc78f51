package org.lfnkr.zabuton.reveals.breach;

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
import java.util.Objects;
import java.util.UUID;

/** An approver allows the list of those whom a breach affects. */
@Component
class BreachApprovals implements Approvable {

    static final String KIND = "reveals.breach";

    private final BreachStore store;
    private final Clock clock;

    BreachApprovals(BreachStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Right proposedWith() {
        return Right.HANDLE_BREACHES;
    }

    /** What is signed has the number: where somebody has been added, it is asked for anew. */
    @Override
    public Mono<Matter> describe(UUID breach) {
        return store.find(breach)
                .filter(it -> it.approvedAt() == null)
                .flatMap(it -> store.count(it).map(people -> matter(it, people)));
    }

    private static Matter matter(Breach breach, long people) {
        return new Matter(
                Words.of("breach.approval.title", people),
                List.of(
                        new Fact("breach.people", Words.plain(people)),
                        new Fact("breach.scope", Words.of("breach.scope." + breach.scope().code())),
                        new Fact("breach.approval.what", Words.of("breach.approval.list"))),
                "/desk/breaches/" + breach.id(),
                Content.of(
                        KIND,
                        "breach",
                        breach.id(),
                        "scope",
                        breach.scope(),
                        "account",
                        Objects.toString(breach.account(), ""),
                        "from",
                        Objects.toString(breach.from(), ""),
                        "until",
                        Objects.toString(breach.until(), ""),
                        "people",
                        people));
    }

    @Override
    public Mono<Void> carryOut(Approval approval) {
        return store.approve(approval.subject(), clock.instant());
    }
}
