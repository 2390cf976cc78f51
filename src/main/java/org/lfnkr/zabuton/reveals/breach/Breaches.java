package org.lfnkr.zabuton.reveals.breach;

import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.approvals.Proposal;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.supporters.Recipient;
import org.lfnkr.zabuton.supporters.Supporters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Counts who is affected, asks for the list, and hands it out once it is allowed. */
@Service
class Breaches {

    private static final Duration A_YEAR = Duration.ofDays(366);

    private final BreachStore store;
    private final Approvals approvals;
    private final Supporters supporters;
    private final AuditTrail audit;
    private final Clock clock;

    Breaches(
            BreachStore store,
            Approvals approvals,
            Supporters supporters,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.approvals = approvals;
        this.supporters = supporters;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whose openings may be meant: those of the last year. */
    Flux<Opener> openers() {
        return store.openers(clock.instant().minus(A_YEAR));
    }

    Flux<Breach> latest() {
        return store.latest();
    }

    Mono<Breach> find(UUID id) {
        return store.find(id);
    }

    /** How many people it affects, as they stand now. */
    Mono<Long> count(Breach breach) {
        return store.count(breach);
    }

    @Transactional
    public Mono<Breach> note(Breach breach) {
        return store.add(breach)
                .then(
                        audit.record(
                                breach.notedBy().toString(),
                                "breach.noted",
                                breach.id().toString(),
                                breach.scope().code()))
                .thenReturn(breach);
    }

    /**
     * Asks a second person for the list.
     *
     * @param reason why it is needed; names nobody
     */
    @Transactional
    public Mono<Proposal> ask(Breach breach, String reason, Colleague reader) {
        return approvals.propose(BreachApprovals.KIND, breach.id(), reader.account(), reason);
    }

    /**
     * Who is affected, with a trace for each of them. Empty where it is not allowed to this reader
     * now.
     */
    @Transactional
    public Mono<List<Recipient>> list(Breach breach, Colleague reader) {
        Instant now = clock.instant();
        return Mono.just(breach)
                .filter(it -> it.isAllowed(reader.account(), now))
                .delayUntil(
                        it ->
                                store.trace(
                                        it,
                                        reader.account(),
                                        reader.by(Right.HANDLE_BREACHES).orElseThrow(),
                                        now))
                .delayUntil(
                        it ->
                                audit.record(
                                        reader.account().toString(),
                                        "breach.listed",
                                        it.id().toString(),
                                        it.scope().code()))
                .flatMap(it -> store.people(it).concatMap(supporters::recipient).collectList());
    }
}
