package org.lfnkr.zabuton.reveals.breach;

import org.lfnkr.zabuton.approvals.Approvable;
import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Content;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Matter.Fact;
import org.lfnkr.zabuton.approvals.Signatories;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.desk.Right;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** An approver allows the list of those whom a breach affects. */
@Component
class BreachApprovals implements Approvable {

    static final String KIND = "reveals.breach";

    private final BreachStore store;
    private final ObjectProvider<Signatories> staff;
    private final Clock clock;

    BreachApprovals(BreachStore store, ObjectProvider<Signatories> staff, Clock clock) {
        this.store = store;
        this.staff = staff;
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
                .flatMap(
                        it ->
                                Mono.zip(store.count(it), called(it))
                                        .map(both -> matter(it, both.getT1(), both.getT2())));
    }

    /** Whose openings are meant; an account that is closed has no name any more. */
    private Mono<String> called(Breach breach) {
        return Mono.justOrEmpty(breach.account())
                .flatMap(
                        account ->
                                staff.getObject()
                                        .called(account)
                                        .defaultIfEmpty(account.toString()))
                .defaultIfEmpty("");
    }

    private static Matter matter(Breach breach, long people, String account) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("breach.people", Words.plain(people)));
        facts.add(new Fact("breach.scope", Words.of("breach.scope." + breach.scope().code())));
        if (breach.from() != null && breach.until() != null) {
            facts.add(new Fact("breach.account", Words.plain(account)));
            facts.add(new Fact("breach.from", Words.plain(breach.from())));
            facts.add(new Fact("breach.until", Words.plain(breach.until())));
        }
        facts.add(new Fact("breach.approval.what", Words.of("breach.approval.list")));
        return new Matter(
                Words.of("breach.approval.title", people),
                facts,
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
