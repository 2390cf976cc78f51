package org.lfnkr.zabuton.giving;

import org.lfnkr.zabuton.giving.GiftPlanStore.Coming;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells givers ahead: before a pause ends, and before a charge that comes once a year. */
@Configuration(proxyBeanMethods = false)
class PlanNotices {

    static final Duration BEFORE_YEARLY = Duration.ofDays(30);
    static final Duration BEFORE_RESUMING = Duration.ofDays(7);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final GiftPlanStore store;
    private final GiftPlans plans;
    private final Mail mail;
    private final Clock clock;

    PlanNotices(GiftPlanStore store, GiftPlans plans, Mail mail, Clock clock) {
        this.store = store;
        this.plans = plans;
        this.mail = mail;
        this.clock = clock;
    }

    @Bean
    Worker giftNoticeWorker(Workers workers) {
        return workers.every(PAUSE, "giving.notices", this::tell);
    }

    /** Queueing a mail again changes nothing, so each charge is told of once. */
    Mono<Void> tell() {
        Instant now = clock.instant();
        return store.chargedBefore(now.plus(BEFORE_YEARLY))
                .concatMap(coming -> tell(coming, now))
                .then();
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
