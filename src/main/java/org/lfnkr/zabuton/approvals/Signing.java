package org.lfnkr.zabuton.approvals;

import org.lfnkr.zabuton.approvals.Signatories.Signature;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.audit.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Has an approval signed by the passkey of somebody else than its proposer, and carried out. */
@Component
class Signing {

    /** How long a page that was opened can be signed. */
    static final Duration VALID = Duration.ofMinutes(5);

    private final Kinds kinds;
    private final ApprovalStore store;
    private final ChallengeStore challenges;
    private final Approvals approvals;
    private final Signatories signatories;
    private final AuditTrail audit;
    private final ApprovalNews news;
    private final Clock clock;

    Signing(
            Kinds kinds,
            ApprovalStore store,
            ChallengeStore challenges,
            Approvals approvals,
            Signatories signatories,
            AuditTrail audit,
            ApprovalNews news,
            Clock clock) {
        this.news = news;
        this.kinds = kinds;
        this.store = store;
        this.challenges = challenges;
        this.approvals = approvals;
        this.signatories = signatories;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the page asks the browser for.
     *
     * @param options as WebAuthn's JSON has them
     * @param challenge which challenge is answered, for the form
     */
    record Question(String options, String challenge) {}

    /** A new challenge; empty where the account may approve nothing now. */
    @Transactional
    Mono<Question> question(Approval approval, UUID approver) {
        Instant now = clock.instant();
        Challenge challenge = Challenge.of(approval, approver, now.plus(VALID));
        return signatories
                .ask(approver, challenge.bytes())
                .delayUntil(options -> challenges.sweep(now).then(challenges.add(challenge)))
                .map(options -> new Question(options, text(challenge.bytes())));
    }

    private static String text(byte[] challenge) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(challenge);
    }

    private static Optional<byte[]> bytes(String challenge) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(challenge));
        } catch (IllegalArgumentException noChallenge) {
            return Optional.empty();
        }
    }

    /**
     * What is signed is done in this transaction, or nothing is.
     *
     * @param checked what they ticked, see {@link Matter.Look}
     * @return empty where there is no such approval
     */
    @Transactional
    Mono<Decision> sign(
            UUID id, UUID approver, String challenge, String answer, List<String> checked) {
        return store.lock(id)
                .flatMap(
                        it ->
                                it.barredFor(approver, clock.instant())
                                        .map(Mono::just)
                                        .orElseGet(
                                                () ->
                                                        prove(
                                                                it, approver, challenge, answer,
                                                                checked)));
    }

    private Mono<Decision> prove(
            Approval approval,
            UUID approver,
            String challenge,
            String answer,
            List<String> checked) {
        return Mono.justOrEmpty(bytes(challenge))
                .flatMap(it -> challenges.take(it, approver, clock.instant()))
                .filter(it -> it.isOf(approval))
                .flatMap(
                        it ->
                                signatories
                                        .prove(approver, it.bytes(), answer)
                                        .flatMap(proof -> decide(approval, it, proof, checked)))
                .defaultIfEmpty(Decision.UNPROVEN);
    }

    private Mono<Decision> decide(
            Approval approval, Challenge challenge, Signature signature, List<String> checked) {
        Approvable what = kinds.of(approval.kind());
        return what.hold(approval.subject())
                .then(Mono.defer(() -> what.describe(approval.subject())))
                .filter(now -> now.content().equals(approval.content()))
                .flatMap(
                        same ->
                                isLookedAt(same, checked)
                                        ? approve(what, approval, challenge, signature)
                                        : Mono.just(Decision.UNCHECKED))
                .switchIfEmpty(
                        Mono.defer(
                                () ->
                                        approvals
                                                .outdate(approval, challenge.approver())
                                                .thenReturn(Decision.STALE)));
    }

    private static boolean isLookedAt(Matter matter, List<String> checked) {
        Matter.Look look = matter.look();
        return look == null || checked.containsAll(look.checks());
    }

    private Mono<Decision> approve(
            Approvable what, Approval approval, Challenge challenge, Signature signature) {
        Instant now = clock.instant();
        return challenges
                .keep(challenge, signature, now)
                .then(store.approve(approval.id(), challenge.approver(), now))
                .then(note(approval, challenge.approver()))
                .then(store.find(approval.id()))
                .flatMap(what::carryOut)
                .then(news.decided(approval.id(), approval.proposer(), Approval.State.APPROVED))
                .thenReturn(Decision.APPROVED);
    }

    private Mono<Void> note(Approval approval, UUID approver) {
        return audit.record(
                approver.toString(),
                "approval.approved",
                approval.id().toString(),
                approval.kind(),
                new Change(approval.state().name(), Approval.State.APPROVED.name()));
    }
}
