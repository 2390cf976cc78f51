package org.lfnkr.zabuton.payments.plans.processing;

import org.lfnkr.zabuton.outbox.WorkQueue;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.Outcome;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanFacts;
import org.lfnkr.zabuton.payments.plans.PlanProvider;
import org.lfnkr.zabuton.payments.plans.PlanStatus;
import org.lfnkr.zabuton.payments.plans.settlement.PlanDecision;
import org.lfnkr.zabuton.payments.plans.settlement.PlanSettlement;
import org.lfnkr.zabuton.payments.plans.settlement.RecordedPlan;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;

/**
 * Records what Stripe says about plans. Webhook, landing page and sweep all end here; the row's
 * lock makes them take turns, and the questions' numbers keep an older answer from coming after a
 * newer one.
 */
@Component
public class PlanProgress {

    private final PlanStore plans;
    private final PlanRecords records;
    private final PlanRecorder recorder;
    private final PlanChanges changes;
    private final WorkQueue queue;
    private final Clock clock;
    private final boolean live;

    PlanProgress(
            PlanStore plans,
            PlanRecords records,
            PlanRecorder recorder,
            PlanChanges changes,
            WorkQueue queue,
            Clock clock,
            PlanProvider provider) {
        this.plans = plans;
        this.records = records;
        this.recorder = recorder;
        this.changes = changes;
        this.queue = queue;
        this.clock = clock;
        this.live = provider.isLive();
    }

    /**
     * An answer with the numbers of its question.
     *
     * @param asked drawn right before Stripe was asked
     * @param since drawn before Stripe was asked the first time for the same occasion
     */
    public record Answered(PlanId plan, long since, long asked, PlanFacts facts) {}

    @Transactional
    public Mono<Outcome> apply(Answered answer) {
        return plans.lock(answer.plan())
                .flatMap(plan -> apply(plan, answer))
                .defaultIfEmpty(Outcome.FOREIGN);
    }

    /**
     * What was recorded after this was asked may be newer or older. But if it was asked for after
     * our occasion, it has all that we wanted to know.
     */
    private Mono<Outcome> apply(Plan plan, Answered answer) {
        if (answer.facts().isOfAnotherThan(plan)) {
            return recordOther(plan, answer.facts());
        }
        if (answer.asked() > plan.recorded()) {
            return records.gather(plan).flatMap(recorded -> record(recorded, answer));
        }
        return Mono.just(answer.since() < plan.asked() ? Outcome.DONE : Outcome.OVERTAKEN);
    }

    private Mono<Outcome> record(RecordedPlan recorded, Answered answer) {
        PlanDecision decision = PlanSettlement.decide(recorded, answer.facts(), live);
        return carryOut(recorded.plan(), decision)
                .then(changes.answered(answer.plan(), answer.asked()))
                .thenReturn(outcome(recorded.plan(), answer.facts(), decision));
    }

    /** Its numbers say nothing about the subscription that is on record. */
    private Mono<Outcome> recordOther(Plan plan, PlanFacts facts) {
        return records.gather(plan)
                .map(recorded -> PlanSettlement.decideOther(recorded, facts, live))
                .flatMap(decision -> carryOut(plan, decision).then(endSpare(plan, facts)))
                .thenReturn(Outcome.DONE);
    }

    /** Nobody wants two of a plan, and it would charge again and again. */
    private Mono<Void> endSpare(Plan plan, PlanFacts facts) {
        PlanFacts.Subscribed spare = facts.subscription();
        return spare == null || spare.state().isOver() || !plan.started()
                ? Mono.empty()
                : queue.add(SpareSender.KIND, spare.id());
    }

    private static Outcome outcome(Plan plan, PlanFacts facts, PlanDecision decision) {
        if (!decision.complete()) {
            return Outcome.INCOMPLETE;
        }
        PlanFacts.Page page = facts.page();
        boolean open = page != null && page.state() == Facts.SessionState.OPEN;
        return open && plan.cancelAsked() ? Outcome.TO_EXPIRE : Outcome.DONE;
    }

    /** Records the answer to the creation of a page, unless it was recorded before. */
    @Transactional
    public Mono<Void> opened(PlanId id, PlanFacts.Page page) {
        return plans.lock(id)
                .filter(plan -> plan.session() == null)
                .flatMap(records::gather)
                .flatMap(
                        recorded ->
                                carryOut(
                                        recorded.plan(),
                                        PlanSettlement.decide(recorded, PlanFacts.of(page), live)));
    }

    /** Records that Stripe has nothing of a plan, which ends it once nothing can come. */
    @Transactional
    public Mono<Outcome> applyAbsence(PlanId id) {
        return plans.lock(id)
                .flatMap(
                        plan -> carryOut(plan, PlanSettlement.decideAbsence(plan, clock.instant())))
                .thenReturn(Outcome.ABSENT);
    }

    /** Records that Stripe refused to open a page, for good. */
    @Transactional
    public Mono<Void> fail(PlanId id) {
        return plans.lock(id)
                .filter(plan -> plan.session() == null)
                .filter(plan -> plan.status() == PlanStatus.REQUESTED)
                .flatMap(plan -> carryOut(plan, PlanDecision.of(PlanSettlement.neverPaid())));
    }

    private Mono<Void> carryOut(Plan plan, PlanDecision decision) {
        return Flux.fromIterable(decision.steps())
                .concatMap(step -> recorder.carryOut(plan, step))
                .then();
    }
}
