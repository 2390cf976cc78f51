package org.lfnkr.zabuton.approvals;

import org.lfnkr.zabuton.approvals.Approval.State;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.audit.Change;
import org.lfnkr.zabuton.web.Typed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Has a second person decide on what somebody proposes. */
@Service
public class Approvals {

    /** How long something waits for a decision. */
    public static final Duration WAITS = Duration.ofDays(14);

    /** Characters of a reason to refuse. */
    static final int LONGEST_REASON = 500;

    private final Kinds kinds;
    private final ApprovalStore store;
    private final Wording wording;
    private final AuditTrail audit;
    private final ApprovalNews news;
    private final Clock clock;

    Approvals(
            Kinds kinds,
            ApprovalStore store,
            Wording wording,
            AuditTrail audit,
            ApprovalNews news,
            Clock clock) {
        this.news = news;
        this.kinds = kinds;
        this.store = store;
        this.wording = wording;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks for a second person, in the caller's transaction. What was proposed of the same subject
     * before and reads differently now is stale.
     *
     * @param kind of an {@link Approvable}
     * @param subject for its {@code describe}
     * @param proposer the account, whose right to propose the caller has checked
     * @param reason why it is to be done, for the one who decides: words, or what {@link
     *     Approvable#reason} says in words; names nobody
     */
    @Transactional
    public Mono<Proposal> propose(String kind, UUID subject, UUID proposer, String reason) {
        Approvable what = kinds.of(kind);
        String said = Typed.line(reason);
        return said.isEmpty()
                ? Mono.just(new Proposal.Unreasoned())
                : what.describe(subject)
                        .flatMap(matter -> propose(what, subject, matter, proposer, said))
                        .defaultIfEmpty(new Proposal.Nothing());
    }

    /**
     * What a form that is sent again has proposed, once more where it was withdrawn or refused;
     * empty where it never proposed anything.
     */
    @Transactional
    public Mono<Proposal> proposed(String kind, UUID subject) {
        return store.last(kind, subject)
                .flatMap(
                        it ->
                                propose(kind, subject, it.proposer(), it.reason())
                                        .filter(Proposal.Made.class::isInstance)
                                        .defaultIfEmpty(new Proposal.Made(it.id(), true)));
    }

    private Mono<Proposal> propose(
            Approvable what, UUID subject, Matter matter, UUID proposer, String reason) {
        return store.lockWaiting(what.kind(), subject)
                .delayUntil(it -> isSame(it, matter) ? Mono.empty() : outdate(it, proposer))
                .filter(it -> isSame(it, matter))
                .<Proposal>map(
                        it ->
                                it.isAskedBy(proposer, reason)
                                        ? new Proposal.Made(it.id(), true)
                                        : new Proposal.Before(it.id()))
                .switchIfEmpty(Mono.defer(() -> add(what, subject, matter, proposer, reason)));
    }

    private boolean isSame(Approval known, Matter matter) {
        return known.isOpen(clock.instant()) && known.content().equals(matter.content());
    }

    private Mono<Proposal> add(
            Approvable what, UUID subject, Matter matter, UUID proposer, String reason) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        return store.add(
                        id,
                        what,
                        subject,
                        wording.both(matter.title()),
                        matter.content(),
                        proposer,
                        reason,
                        now)
                .then(
                        audit.record(
                                proposer.toString(),
                                "approval.proposed",
                                id.toString(),
                                what.kind(),
                                new Change("", State.WAITING.name())))
                .then(Mono.defer(() -> news.waits(id, proposer)))
                .thenReturn(new Proposal.Made(id, false));
    }

    /** One approval as it stands; empty where there is none. */
    public Mono<Approval> find(UUID id) {
        return store.find(id);
    }

    /** All of a kind on which somebody can still decide. */
    public Flux<Approval> waiting(String kind) {
        return store.waiting(kind).filter(it -> it.isOpen(clock.instant()));
    }

    /** Those of them that can be signed: what reads differently now can be asked for anew. */
    public Flux<Approval> signable(String kind) {
        return waiting(kind).filterWhen(this::readsTheSame);
    }

    /** The same about one subject; empty where nothing about it can be signed. */
    public Mono<Approval> signable(String kind, UUID subject) {
        return about(kind, subject).filterWhen(this::readsTheSame);
    }

    /** What was asked last about one subject, where it was refused; empty otherwise. */
    public Mono<Approval> refused(String kind, UUID subject) {
        return store.last(kind, subject).filter(it -> it.state() == State.REFUSED);
    }

    /** Whether what was asked about one subject reads differently now and can't be signed. */
    public Mono<Boolean> isStale(String kind, UUID subject) {
        return about(kind, subject)
                .flatMap(this::readsTheSame)
                .map(same -> !same)
                .defaultIfEmpty(false);
    }

    private Mono<Approval> about(String kind, UUID subject) {
        return waiting(kind).filter(it -> it.subject().equals(subject)).next();
    }

    private Mono<Boolean> readsTheSame(Approval it) {
        return kinds.of(it.kind())
                .describe(it.subject())
                .map(matter -> isSame(it, matter))
                .defaultIfEmpty(false);
    }

    /** Notes that what it is about has changed. */
    Mono<Void> outdate(Approval approval, UUID actor) {
        return store.end(approval.id(), State.STALE, clock.instant())
                .then(note(approval, "approval.stale", State.STALE, actor));
    }

    private Mono<Void> note(Approval approval, String act, State after, UUID actor) {
        return audit.record(
                actor.toString(),
                act,
                approval.id().toString(),
                approval.kind(),
                new Change(approval.state().name(), after.name()));
    }

    /** Takes back what oneself proposed; a second click changes nothing. */
    @Transactional
    Mono<Decision> withdraw(UUID id, UUID proposer) {
        return store.lock(id)
                .flatMap(
                        it ->
                                it.isWithdrawnBy(proposer)
                                        ? Mono.just(Decision.WITHDRAWN)
                                        : !it.isOpen(clock.instant())
                                                ? Mono.just(Decision.OVER)
                                                : it.proposer().equals(proposer)
                                                        ? withdraw(it)
                                                        : Mono.just(Decision.NOT_YOURS));
    }

    private Mono<Decision> withdraw(Approval approval) {
        return store.end(approval.id(), State.WITHDRAWN, clock.instant())
                .then(note(approval, "approval.withdrawn", State.WITHDRAWN, approval.proposer()))
                .thenReturn(Decision.WITHDRAWN);
    }

    /**
     * Says no; needs no passkey, because nothing happens. The same person saying it again in the
     * same words changes nothing.
     */
    @Transactional
    Mono<Decision> refuse(UUID id, UUID refuser, String why) {
        String said = Typed.line(why);
        return store.lock(id)
                .flatMap(
                        it ->
                                it.isRefusedBy(refuser, said)
                                        ? Mono.just(Decision.REFUSED)
                                        : it.barredFor(refuser, clock.instant())
                                                .or(() -> unsaid(said))
                                                .map(Mono::just)
                                                .orElseGet(() -> refuse(it, refuser, said)));
    }

    private static Optional<Decision> unsaid(String why) {
        if (why.isEmpty()) {
            return Optional.of(Decision.UNREASONED);
        }
        return Typed.length(why) > LONGEST_REASON
                ? Optional.of(Decision.TOO_LONG)
                : Optional.empty();
    }

    private Mono<Decision> refuse(Approval approval, UUID refuser, String why) {
        return store.refuse(approval.id(), refuser, why, clock.instant())
                .then(note(approval, "approval.refused", State.REFUSED, refuser))
                .then(news.decided(approval.id(), approval.proposer(), State.REFUSED))
                .thenReturn(Decision.REFUSED);
    }
}
