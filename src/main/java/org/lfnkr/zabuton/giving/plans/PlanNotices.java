package org.lfnkr.zabuton.giving.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.GiftPlanId;
import org.lfnkr.zabuton.giving.plans.GiftPlanStore.Coming;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.lfnkr.zabuton.payments.plans.OverduePlan;
import org.lfnkr.zabuton.payments.plans.Plans;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells givers ahead: before a pause ends, and before a charge that comes once a year. */
@Configuration(proxyBeanMethods = false)
public class PlanNotices {

    static final Duration BEFORE_YEARLY = Duration.ofDays(30);
    static final Duration BEFORE_RESUMING = Duration.ofDays(7);
    private static final Duration REMINDER = Duration.ofDays(3);
    private static final Duration LAST_REMINDER = Duration.ofDays(10);
    private static final Duration PAUSE = Duration.ofHours(1);

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
        return workers.every(PAUSE, "giving.notices", this::tell);
    }

    /** Queueing a mail again changes nothing, so each charge is told of once. */
    public Mono<Void> tell() {
        Instant now = clock.instant();
        return store.chargedBefore(now.plus(BEFORE_YEARLY))
                .concatMap(coming -> tell(coming, now))
                .then(remind(now));
    }

    /** Who does not react to the first mail gets one more, and a last one before the end. */
    private Mono<Void> remind(Instant now) {
        return payments.overdue().concatMap(charge -> remind(charge, now)).then();
    }

    private Mono<Void> remind(OverduePlan charge, Instant now) {
        return Mono.justOrEmpty(stage(Duration.between(charge.since(), now)))
                .flatMap(stage -> remind(charge, stage));
    }

    private Mono<Void> remind(OverduePlan charge, String stage) {
        return Mono.justOrEmpty(GiftPlanId.ofPurpose(charge.purpose()))
                .flatMap(store::find)
                .flatMap(
                        plan ->
                                mail.queue(
                                        new MailRequest(
                                                PlanLetters.FAILED,
                                                plan.id().value()
                                                        + "/"
                                                        + charge.invoice()
                                                        + "/"
                                                        + stage,
                                                plan.language())));
    }

    private static @Nullable String stage(Duration overdue) {
        if (overdue.compareTo(LAST_REMINDER) >= 0) {
            return "last";
        }
        return overdue.compareTo(REMINDER) >= 0 ? "again" : null;
    }

    private Mono<Void> tell(Coming coming, Instant now) {
        boolean resumes =
                coming.afterPause() && coming.chargeAt().isBefore(now.plus(BEFORE_RESUMING));
        return Flux.concat(
                        resumes ? queue(coming, PlanLetters.RESUMING) : Mono.empty(),
                        isYearly(coming).flatMap(yes -> queue(coming, PlanLetters.YEARLY)))
                .then();
    }

    private Mono<Boolean> isYearly(Coming coming) {
        return store.find(coming.plan())
                .flatMap(plans::view)
                .map(view -> view.pledge().frequency() == Frequency.YEARLY)
                .filter(yearly -> yearly);
    }

    private Mono<Void> queue(Coming coming, String letter) {
        String reference = coming.plan().value() + "/" + BusinessDate.of(coming.chargeAt());
        return mail.queue(new MailRequest(letter, reference, coming.language()));
    }
}
