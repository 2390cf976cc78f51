package org.lfnkr.zabuton.giving.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.GiftPlan;
import org.lfnkr.zabuton.giving.GiftPlanId;
import org.lfnkr.zabuton.giving.pledges.Happening;
import org.lfnkr.zabuton.giving.pledges.HappeningStore;
import org.lfnkr.zabuton.giving.pledges.PlanMark;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.lfnkr.zabuton.payments.plans.PlanCardExpiring;
import org.lfnkr.zabuton.payments.plans.PlanChanged;
import org.lfnkr.zabuton.payments.plans.PlanChargeFailed;
import org.lfnkr.zabuton.payments.plans.PlanEnded;
import org.lfnkr.zabuton.payments.plans.processing.Plans;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** Follows a plan through its life: what is noted, what is told, and which days are kept. */
@Component
class PlanCourse {

    private final GiftPlanStore store;
    private final HappeningStore happenings;
    private final Plans plans;
    private final GiftPlans views;
    private final Mail mail;
    private final WorkQueue queue;

    PlanCourse(
            GiftPlanStore store,
            HappeningStore happenings,
            Plans plans,
            GiftPlans views,
            Mail mail,
            WorkQueue queue) {
        this.views = views;
        this.store = store;
        this.happenings = happenings;
        this.plans = plans;
        this.mail = mail;
        this.queue = queue;
    }

    /** Only now it is a gift, and its giver a foster parent. */
    Mono<Void> start(GiftPlan plan, Instant at) {
        return store.setStarted(plan.id(), at)
                .then(views.view(plan))
                .flatMap(view -> mark(plan, Happening.Kind.STARTED, view, at))
                .then(tell(plan, PlanLetters.WELCOME, ""))
                .then(keepDays(plan));
    }

    Mono<Void> change(GiftPlan plan, PlanChanged changed) {
        return views.view(plan)
                .delayUntil(view -> tell(plan, changed, view))
                .flatMap(view -> mark(plan, changed, view))
                .then(pauses(plan, changed.what()))
                .then(keepDays(plan));
    }

    private Mono<Void> mark(GiftPlan plan, PlanChanged changed, GiftPlanView view) {
        return happenings
                .isPaused(plan.id())
                .map(paused -> kind(changed.what(), paused))
                .flatMap(kind -> mark(plan, kind, view, changed));
    }

    private Mono<Void> mark(
            GiftPlan plan, Happening.Kind kind, GiftPlanView view, PlanChanged changed) {
        return changed.moved() == null
                ? mark(plan, kind, view, changed.at())
                : mark(
                        plan,
                        kind,
                        view.mark(),
                        changed.at(),
                        day(changed.moved()),
                        view.changesFrom());
    }

    /** Each change is told, with how it is taken back; what was told ahead is not told again. */
    private Mono<Void> tell(GiftPlan plan, PlanChanged changed, GiftPlanView view) {
        Mono<Void> tell =
                tell(plan, PlanLetters.of(changed.what()), "/" + changed.at().toEpochMilli());
        return switch (changed.what()) {
            case TERMS, PAUSED, STOP_UNDONE, CARD -> tell;
            case DAY, RESUMED ->
                    changed.moved() == null
                                    && Objects.equals(day(plan.nextChargeAt()), view.nextCharge())
                            ? Mono.empty()
                            : tell;
            case STOPPING ->
                    happenings.isHalted(plan.id()).filter(halted -> !halted).flatMap(own -> tell);
        };
    }

    private static @Nullable LocalDate day(@Nullable Instant instant) {
        return instant == null ? null : BusinessDate.of(instant);
    }

    private Mono<Void> mark(GiftPlan plan, Happening.Kind kind, GiftPlanView view, Instant at) {
        return mark(plan, kind, view.mark(), at, day(plan.nextChargeAt()), view.nextCharge());
    }

    private Mono<Void> mark(
            GiftPlan plan,
            Happening.Kind kind,
            PlanMark now,
            Instant at,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return happenings.note(
                plan.id().value(),
                new Happening(
                        kind,
                        null,
                        at,
                        new PlanMark(now.frequency(), now.parts(), now.cause(), from),
                        new PlanMark(now.frequency(), now.parts(), now.cause(), to)));
    }

    /** Who takes a pause back is charged earlier, and needs no mail about its end. */
    private Mono<Void> pauses(GiftPlan plan, PlanChanged.What what) {
        return switch (what) {
            case PAUSED -> store.setAfterPause(plan.id(), true);
            case RESUMED ->
                    plans.view(plan.payments())
                            .filter(
                                    view ->
                                            !Objects.equals(
                                                    view.nextChargeAt(), plan.nextChargeAt()))
                            .flatMap(view -> store.setAfterPause(plan.id(), false));
            case TERMS, DAY, STOPPING, STOP_UNDONE, CARD -> Mono.empty();
        };
    }

    /** A charge of it was paid. */
    Mono<Void> charged(GiftPlanId id) {
        return store.lock(id).flatMap(plan -> store.setAfterPause(id, false).then(keepDays(plan)));
    }

    private static Happening.Kind kind(PlanChanged.What what, boolean paused) {
        return switch (what) {
            case TERMS -> Happening.Kind.TERMS_CHANGED;
            case DAY -> Happening.Kind.DAY_CHANGED;
            case PAUSED -> paused ? Happening.Kind.PAUSE_CHANGED : Happening.Kind.PAUSED;
            case RESUMED -> Happening.Kind.RESUMED;
            case STOPPING -> Happening.Kind.STOPPING;
            case STOP_UNDONE -> Happening.Kind.STOP_UNDONE;
            case CARD -> Happening.Kind.CARD_CHANGED;
        };
    }

    /** A mail at the first try; what follows has one schedule, whatever the bank wants. */
    Mono<Void> fail(GiftPlan plan, PlanChargeFailed failed) {
        return note(plan, Happening.Kind.CHARGE_FAILED, Money.yen(failed.amount()), failed.at())
                .then(tell(plan, PlanLetters.FAILED, "/" + failed.invoice() + "/first"))
                .then(keepDays(plan));
    }

    /**
     * A charge was disputed, or a dispute of one was lost: nothing more is charged to somebody who
     * may not want it, until they say that they do. The letter about the dispute tells it.
     */
    Mono<Void> halt(GiftPlanId id) {
        return store.lock(id)
                .filterWhen(plan -> plans.view(plan.payments()).map(it -> it.status().isRunning()))
                .flatMap(plan -> plans.stop(plan.payments()))
                .then();
    }

    Mono<Void> recover(GiftPlan plan, String invoice, Instant at) {
        return note(plan, Happening.Kind.RECOVERED, null, at)
                .then(tell(plan, PlanLetters.RECOVERED, "/" + invoice))
                .then(keepDays(plan));
    }

    Mono<Void> drop(GiftPlan plan, Instant at) {
        return note(plan, Happening.Kind.DROPPED, null, at).then(keepDays(plan));
    }

    Mono<Void> refuse(GiftPlan plan, Instant at) {
        return note(plan, Happening.Kind.CHANGE_REFUSED, null, at);
    }

    Mono<Void> hold(GiftPlan plan, Instant at) {
        return note(plan, Happening.Kind.HELD, null, at);
    }

    Mono<Void> cardExpires(GiftPlan plan, PlanCardExpiring expiring) {
        return tell(plan, PlanLetters.CARD, "/" + expiring.expires());
    }

    /** Who never paid was no foster parent, and gets no farewell either. */
    Mono<Void> end(GiftPlan plan, PlanEnded ended) {
        return switch (ended.reason()) {
            case NEVER_PAID -> finish(plan, Happening.Kind.ENDED, ended.at());
            case UNPAID ->
                    finish(plan, Happening.Kind.UNPAID, ended.at())
                            .then(tell(plan, PlanLetters.UNPAID, ""));
            case STOPPED, ELSEWHERE ->
                    finish(plan, Happening.Kind.STOPPED, ended.at())
                            .then(tell(plan, PlanLetters.STOPPED, ""));
        };
    }

    private Mono<Void> finish(GiftPlan plan, Happening.Kind kind, Instant at) {
        return store.setEnded(plan.id(), at).then(note(plan, kind, null, at));
    }

    /** Keeps what payments say of the days to come, for what is told ahead. */
    private Mono<Void> keepDays(GiftPlan plan) {
        return plans.view(plan.payments())
                .flatMap(view -> store.setNextCharge(plan.id(), view.nextChargeAt()))
                .then(queue.add(PlanNotices.KIND, plan.id().value()));
    }

    private Mono<Void> note(
            GiftPlan plan, Happening.Kind kind, @Nullable Money amount, Instant at) {
        return happenings.note(plan.id().value(), new Happening(kind, amount, at));
    }

    Mono<Void> tell(GiftPlan plan, String letter, String detail) {
        String reference = plan.id().value() + detail;
        return mail.queue(new MailRequest(letter, reference, plan.language()));
    }
}
