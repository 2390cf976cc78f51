package org.lfnkr.zabuton.giving.plans;

import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.payments.plans.PlanChanged;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mails about plans, all of one form. Their reference begins with the plan's id. */
@Configuration(proxyBeanMethods = false)
public class PlanLetters {

    static final String WELCOME = "gift-plan-welcome";
    public static final String FAILED = "gift-plan-failed";
    static final String RECOVERED = "gift-plan-recovered";
    static final String CARD = "gift-plan-card";
    public static final String RESUMING = "gift-plan-resuming";
    public static final String YEARLY = "gift-plan-yearly";
    public static final String STOPPING = "gift-plan-stopping";
    static final String TERMS = "gift-plan-terms";
    static final String DAY = "gift-plan-day";
    static final String PAUSED = "gift-plan-paused";
    static final String RESUMED = "gift-plan-resumed";
    static final String STOP_UNDONE = "gift-plan-stop-undone";
    static final String NEW_CARD = "gift-plan-new-card";
    static final String STOPPED = "gift-plan-stopped";
    static final String UNPAID = "gift-plan-unpaid";

    private final PlanLetterWriter writer;

    PlanLetters(PlanLetterWriter writer) {
        this.writer = writer;
    }

    @Bean
    Letter giftPlanWelcomeLetter() {
        return new PlanLetter(WELCOME, writer);
    }

    @Bean
    Letter giftPlanFailedLetter() {
        return new PlanLetter(FAILED, writer);
    }

    @Bean
    Letter giftPlanRecoveredLetter() {
        return new PlanLetter(RECOVERED, writer);
    }

    @Bean
    Letter giftPlanCardLetter() {
        return new PlanLetter(CARD, writer);
    }

    @Bean
    Letter giftPlanResumingLetter() {
        return new PlanLetter(RESUMING, writer);
    }

    @Bean
    Letter giftPlanYearlyLetter() {
        return new PlanLetter(YEARLY, writer);
    }

    @Bean
    Letter giftPlanStoppingLetter() {
        return new PlanLetter(STOPPING, writer);
    }

    @Bean
    Letter giftPlanTermsLetter() {
        return new PlanLetter(TERMS, writer);
    }

    @Bean
    Letter giftPlanDayLetter() {
        return new PlanLetter(DAY, writer);
    }

    @Bean
    Letter giftPlanPausedLetter() {
        return new PlanLetter(PAUSED, writer);
    }

    @Bean
    Letter giftPlanResumedLetter() {
        return new PlanLetter(RESUMED, writer);
    }

    @Bean
    Letter giftPlanStopUndoneLetter() {
        return new PlanLetter(STOP_UNDONE, writer);
    }

    @Bean
    Letter giftPlanNewCardLetter() {
        return new PlanLetter(NEW_CARD, writer);
    }

    /** What tells of a change. */
    static String of(PlanChanged.What what) {
        return switch (what) {
            case TERMS -> TERMS;
            case DAY -> DAY;
            case PAUSED -> PAUSED;
            case RESUMED -> RESUMED;
            case STOPPING -> STOPPING;
            case STOP_UNDONE -> STOP_UNDONE;
            case CARD -> NEW_CARD;
        };
    }

    @Bean
    Letter giftPlanStoppedLetter() {
        return new PlanLetter(STOPPED, writer);
    }

    @Bean
    Letter giftPlanUnpaidLetter() {
        return new PlanLetter(UNPAID, writer);
    }
}
