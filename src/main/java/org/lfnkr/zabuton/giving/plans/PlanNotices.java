package org.lfnkr.zabuton.giving.plans;

import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.GiftPlan;
import org.lfnkr.zabuton.giving.GiftPlanId;
import org.lfnkr.zabuton.giving.plans.GiftPlanStore.Coming;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.outbox.Job;
import org.lfnkr.zabuton.outbox.WorkItem;
import org.lfnkr.zabuton.outbox.WorkResult;
import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.lfnkr.zabuton.payments.plans.OverduePlan;
import org.lfnkr.zabuton.payments.plans.processing.Plans;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Tells givers ahead: before a pause ends, before a charge that comes once a year, and again of a
 * charge that failed. Asked for whenever something happens to a plan; each plan then says itself
 * when it is to be looked at next, and most never are.
 */
@Configuration(proxyBeanMethods = false)
public class PlanNotices implements Job {

    static final String KIND = "giving.notice";

    static final Duration BEFORE_YEARLY = Duration.ofDays(30);
    static final Duration BEFORE_RESUMING = Duration.ofDays(7);
    private static final Duration REMINDER = Duration.ofDays(3);
    private static final Duration LAST_REMINDER = Duration.ofDays(10);

    private final GiftPlanStore store;
    private final GiftPlans plans;
    private final Plans payments;
    private final Mail mail;
    private final Clock clock;

    PlanNotices(GiftPlanStore store, GiftPlans plans, Plans payments, Mail mail, Clock clock) {
        this.store = store;
        this.plans = plans;
        this.payments = payments;
        this.mail = mail;
        this.clock = clock;
    }

    @Bean
    Worker giftNoticeWorker(Workers workers) {
        return workers.of(this);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** A mail that is to be queued from some moment on. */
    private record Notice(Instant from, MailRequest mail) {}

    /** Queueing a mail again changes nothing, so each charge is told of once. */
    @Override
    public Mono<WorkResult> attempt(WorkItem item) {
        return store.find(new GiftPlanId(UUID.fromString(item.key())))
                .flatMapMany(plan -> Flux.concat(coming(plan), reminders(plan)))
                .collectList()
                .flatMap(this::tell);
    }

    private Mono<WorkResult> tell(List<Notice> notices) {
        Instant now = clock.instant();
        return Flux.fromIterable(notices)
                .filter(notice -> !notice.from().isAfter(now))
                .concatMap(notice -> mail.queue(notice.mail()))
                .then(Mono.fromSupplier(() -> next(notices, now)));
    }

    private static WorkResult next(List<Notice> notices, Instant now) {
        return notices.stream()
                .map(Notice::from)
                .filter(from -> from.isAfter(now))
                .min(Comparator.naturalOrder())
                .<WorkResult>map(from -> new WorkResult.Again(Duration.between(now, from)))
                .orElse(WorkResult.DONE);
    }

    private Flux<Notice> coming(GiftPlan plan) {
        return store.coming(plan.id())
                .flatMapMany(charge -> Flux.concat(resuming(charge), yearly(plan, charge)));
    }

    private static Mono<Notice> resuming(Coming charge) {
        return charge.afterPause()
                ? Mono.just(notice(charge, BEFORE_RESUMING, PlanLetters.RESUMING))
                : Mono.empty();
    }

    private Mono<Notice> yearly(GiftPlan plan, Coming charge) {
        return plans.view(plan)
                .filter(view -> view.pledge().frequency() == Frequency.YEARLY)
                .map(view -> notice(charge, BEFORE_YEARLY, PlanLetters.YEARLY));
    }

    private static Notice notice(Coming charge, Duration before, String letter) {
        String reference = charge.plan().value() + "/" + BusinessDate.of(charge.chargeAt());
        return new Notice(
                charge.chargeAt().minus(before),
                new MailRequest(letter, reference, charge.language()));
    }

    /** Who does not react to the first mail gets one more, and a last one before the end. */
    private Flux<Notice> reminders(GiftPlan plan) {
        return payments.overdue(plan.payments())
                .flatMapIterable(charge -> reminders(plan, charge, clock.instant()));
    }

    private static List<Notice> reminders(GiftPlan plan, OverduePlan charge, Instant now) {
        Instant last = charge.since().plus(LAST_REMINDER);
        Notice lastOne = new Notice(last, reminder(plan, charge, "last"));
        return now.isBefore(last)
                ? List.of(
                        new Notice(charge.since().plus(REMINDER), reminder(plan, charge, "again")),
                        lastOne)
                : List.of(lastOne);
    }

    private static MailRequest reminder(GiftPlan plan, OverduePlan charge, String stage) {
        return new MailRequest(
                PlanLetters.FAILED,
                plan.id().value() + "/" + charge.invoice() + "/" + stage,
                plan.language());
    }
}
