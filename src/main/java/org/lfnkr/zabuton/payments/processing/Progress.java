package org.lfnkr.zabuton.payments.processing;

import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.Outcome;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.settlement.Decision;
import org.lfnkr.zabuton.payments.settlement.HeldPage;
import org.lfnkr.zabuton.payments.settlement.Recorded;
import org.lfnkr.zabuton.payments.settlement.Settlement;
import org.lfnkr.zabuton.payments.settlement.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Optional;

/**
 * Records what Stripe says. Webhook, landing page and sweep all end here; the row's lock makes them
 * take turns.
 */
@Component
public class Progress {

    private final Records records;
    private final Recorder recorder;
    private final HoldStore holds;
    private final HoldReturns returns;
    private final Clock clock;
    private final boolean live;

    Progress(
            Records records,
            Recorder recorder,
            HoldStore holds,
            HoldReturns returns,
            Clock clock,
            PaymentProvider provider) {
        this.records = records;
        this.recorder = recorder;
        this.holds = holds;
        this.returns = returns;
        this.clock = clock;
        this.live = provider.isLive();
    }

    @Transactional
    public Mono<Outcome> apply(Facts facts) {
        return Mono.justOrEmpty(Optional.ofNullable(facts.session().reference()))
                .flatMap(records::lock)
                .flatMap(recorded -> apply(recorded, facts))
                .defaultIfEmpty(Outcome.FOREIGN);
    }

    private Mono<Outcome> apply(Recorded recorded, Facts facts) {
        Decision decision = Settlement.decide(recorded, facts, live);
        return carryOut(recorded, decision)
                .then(hold(recorded, facts, decision))
                .thenReturn(outcome(recorded, facts, decision));
    }

    private Mono<Void> hold(Recorded recorded, Facts facts, Decision decision) {
        return Mono.justOrEmpty(HeldPage.of(recorded.payment(), facts, decision, live))
                .flatMap(holds::note)
                .flatMap(returns::byItself);
    }

    private static Outcome outcome(Recorded recorded, Facts facts, Decision decision) {
        if (!decision.complete()) {
            return Outcome.INCOMPLETE;
        }
        return recorded.payment().cancelAsked() ? toEnd(facts) : Outcome.DONE;
    }

    /** What is left to end at Stripe of a payment that the payer has cancelled. */
    private static Outcome toEnd(Facts facts) {
        return switch (facts.session().state()) {
            case OPEN -> Outcome.TO_EXPIRE;
            case COMPLETE -> facts.canStillBePaid() ? Outcome.TO_CANCEL : Outcome.DONE;
            case EXPIRED -> Outcome.DONE;
        };
    }

    /** Records what became of the money of a payment that an invoice made. */
    @Transactional
    public Mono<Outcome> applyLater(PaymentId id, Facts.Later later) {
        return records.lock(id)
                .flatMap(recorded -> applyLater(recorded, later))
                .defaultIfEmpty(Outcome.FOREIGN);
    }

    private Mono<Outcome> applyLater(Recorded recorded, Facts.Later later) {
        Decision decision = Settlement.decideLater(recorded, later);
        return carryOut(recorded, decision)
                .thenReturn(decision.complete() ? Outcome.DONE : Outcome.INCOMPLETE);
    }

    /** Records that Stripe has nothing of a payment, which ends it once nothing can come. */
    @Transactional
    public Mono<Outcome> applyAbsence(PaymentId id) {
        return records.lock(id)
                .flatMap(
                        recorded ->
                                carryOut(
                                        recorded,
                                        Settlement.decideAbsence(recorded, clock.instant())))
                .thenReturn(Outcome.ABSENT);
    }

    /** Records that Stripe refused to open a session, for good. */
    @Transactional
    public Mono<Void> fail(PaymentId id) {
        return records.lock(id)
                .filter(recorded -> recorded.payment().session() == null)
                .filter(recorded -> !recorded.payment().status().isFinal())
                .flatMap(recorded -> carryOut(recorded, failed()));
    }

    private static Decision failed() {
        return Decision.of(new Step.End(PaymentStatus.FAILED));
    }

    private Mono<Void> carryOut(Recorded recorded, Decision decision) {
        return Flux.fromIterable(decision.steps())
                .concatMap(step -> recorder.carryOut(recorded.payment(), step))
                .then();
    }
}
