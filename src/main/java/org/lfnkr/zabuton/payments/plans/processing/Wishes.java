package org.lfnkr.zabuton.payments.plans.processing;

import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.Cycle;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanTerms;
import org.lfnkr.zabuton.payments.plans.PlanUpdates;
import org.lfnkr.zabuton.payments.plans.WishResult;
import org.lfnkr.zabuton.payments.plans.WishResult.Reason;
import org.lfnkr.zabuton.payments.plans.settlement.RecordedPlan;
import org.lfnkr.zabuton.payments.plans.settlement.Standing;
import org.lfnkr.zabuton.payments.plans.settlement.Wish;
import org.lfnkr.zabuton.payments.plans.settlement.Wish.Kind;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/** Takes wishes, in the caller's transaction; they go to Stripe after its commit. */
@Component
class Wishes {

    private final PlanStore plans;
    private final PlanRecords records;
    private final WishStore store;
    private final PlanUpdates updates;
    private final Clock clock;

    Wishes(
            PlanStore plans,
            PlanRecords records,
            WishStore store,
            PlanUpdates updates,
            Clock clock) {
        this.plans = plans;
        this.records = records;
        this.store = store;
        this.updates = updates;
        this.clock = clock;
    }

    Mono<WishResult> pause(PlanId id, int charges) {
        return want(
                id,
                Kind.PAUSE,
                (wish, standing) -> updates.pause(wish, standing.pausedUntil(charges)));
    }

    Mono<WishResult> resume(PlanId id) {
        return want(id, Kind.RESUME, (wish, standing) -> updates.resume(wish));
    }

    Mono<WishResult> stop(PlanId id) {
        return want(id, Kind.STOP, (wish, standing) -> updates.stop(wish));
    }

    Mono<WishResult> undoStop(PlanId id) {
        return want(
                id,
                Kind.UNDO_STOP,
                (wish, standing) -> updates.undoStop(wish, standing.recorded().plan()));
    }

    private Mono<WishResult> want(
            PlanId id, Kind kind, BiFunction<UUID, Standing, Map<String, Object>> parameters) {
        UUID wish = UUID.randomUUID();
        return standing(id)
                .flatMap(
                        standing ->
                                allowed(
                                        standing,
                                        kind,
                                        Mono.defer(
                                                () ->
                                                        note(
                                                                standing,
                                                                new Wish(
                                                                        wish,
                                                                        id,
                                                                        kind,
                                                                        null,
                                                                        parameters.apply(
                                                                                wish,
                                                                                standing))))));
    }

    Mono<WishResult> stopNow(PlanId id) {
        return standing(id)
                .flatMap(
                        standing ->
                                allowed(
                                        standing,
                                        Kind.STOP_NOW,
                                        Mono.defer(() -> stopNow(standing))));
    }

    private Mono<WishResult> stopNow(Standing standing) {
        Plan plan = standing.recorded().plan();
        return plan.subscription() == null
                ? plans.askCancel(plan.id()).then(noted())
                : note(
                        standing,
                        new Wish(UUID.randomUUID(), plan.id(), Kind.STOP_NOW, null, Map.of()));
    }

    Mono<WishResult> moveDay(PlanId id, LocalDate nextCharge) {
        return standing(id)
                .flatMap(
                        standing ->
                                allowed(
                                        standing,
                                        Kind.DAY,
                                        Mono.defer(() -> moveDay(standing, nextCharge))));
    }

    private Mono<WishResult> moveDay(Standing standing, LocalDate nextCharge) {
        UUID wish = UUID.randomUUID();
        return standing.isPossible(nextCharge)
                ? note(
                        standing,
                        new Wish(
                                wish,
                                standing.recorded().plan().id(),
                                Kind.DAY,
                                null,
                                updates.day(wish, Cycle.on(nextCharge))))
                : refused(Reason.DAY);
    }

    Mono<PlanTerms> latestTerms(PlanId id) {
        return standing(id).map(standing -> standing.terms().asWished());
    }

    Mono<WishResult> changeTerms(PlanId id, PlanTerms wanted) {
        return standing(id)
                .flatMap(
                        standing ->
                                allowed(
                                        standing,
                                        Kind.TERMS,
                                        Mono.defer(() -> changeTerms(standing, wanted))));
    }

    private Mono<WishResult> changeTerms(Standing standing, PlanTerms wanted) {
        if (standing.isUsed(wanted.purpose())) {
            return standing.terms().asWished().equals(wanted)
                    ? noted()
                    : refused(Reason.USED_TERMS);
        }
        boolean otherRhythm = standing.changesRhythm(wanted);
        if (otherRhythm && standing.isPaused()) {
            return refused(Reason.PAUSED);
        }
        Plan plan = standing.recorded().plan();
        UUID terms = UUID.randomUUID();
        UUID wish = UUID.randomUUID();
        Map<String, Object> exact =
                updates.terms(wish, plan, terms, wanted, otherRhythm ? standing.periodEnd() : null);
        return plans.addTerms(plan.id(), terms, wanted)
                .then(note(standing, new Wish(wish, plan.id(), Kind.TERMS, terms, exact)));
    }

    private Mono<Standing> standing(PlanId id) {
        return plans.lock(id).flatMap(records::gather).map(this::standing);
    }

    private Standing standing(RecordedPlan recorded) {
        return new Standing(recorded, clock.instant());
    }

    private static Mono<WishResult> allowed(
            Standing standing, Kind kind, Mono<WishResult> otherwise) {
        Reason reason = standing.refusal(kind);
        return reason == null ? otherwise : refused(reason);
    }

    private Mono<WishResult> note(Standing standing, Wish wish) {
        return standing.isWaiting(wish) ? noted() : store.add(wish).then(noted());
    }

    private static Mono<WishResult> noted() {
        return Mono.just(new WishResult.Noted());
    }

    private static Mono<WishResult> refused(Reason reason) {
        return Mono.just(new WishResult.Refused(reason));
    }

    /** The card that the customer has left is charged from now on. */
    Mono<Void> charge(Plan plan, String method) {
        UUID wish = UUID.randomUUID();
        return note(plan, new Wish(wish, plan.id(), Kind.CARD, null, updates.charge(wish, method)));
    }

    /** Whatever the dashboard says shall become of a plan whose last try failed: it ends. */
    Mono<Void> giveUp(Plan plan) {
        return note(plan, new Wish(UUID.randomUUID(), plan.id(), Kind.GIVE_UP, null, Map.of()));
    }

    /** Stripe charges at this moment next, where it would charge on another day than promised. */
    Mono<Void> align(Plan plan, Instant nextCharge) {
        UUID wish = UUID.randomUUID();
        return note(
                plan, new Wish(wish, plan.id(), Kind.ALIGN, null, updates.day(wish, nextCharge)));
    }

    /** What is overdue is tried again, since there is another card for it. */
    Mono<Void> retry(Plan plan, String invoice) {
        return note(plan, Wish.retry(plan.id(), invoice));
    }

    /** What follows by itself, whatever else is wished; once, while it waits. */
    private Mono<Void> note(Plan plan, Wish wish) {
        return records.gather(plan)
                .map(this::standing)
                .flatMap(standing -> note(standing, wish))
                .then();
    }
}
