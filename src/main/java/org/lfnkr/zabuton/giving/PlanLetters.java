package org.lfnkr.zabuton.giving;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.LetterContent.Attachment;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.payments.Card;
import org.lfnkr.zabuton.payments.OverdueCharge;
import org.lfnkr.zabuton.supporters.Recipient;
import org.lfnkr.zabuton.web.Formats;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The mails about plans, all of one form. Their reference begins with the plan's id. */
@Configuration(proxyBeanMethods = false)
class PlanLetters {

    static final String WELCOME = "gift-plan-welcome";
    static final String FAILED = "gift-plan-failed";
    static final String HALTED = "gift-plan-halted";
    static final String RECOVERED = "gift-plan-recovered";
    static final String CARD = "gift-plan-card";
    static final String RESUMING = "gift-plan-resuming";
    static final String YEARLY = "gift-plan-yearly";
    static final String STOPPING = "gift-plan-stopping";
    static final String STOPPED = "gift-plan-stopped";
    static final String UNPAID = "gift-plan-unpaid";

    private final GiftPlanStore store;
    private final GiftPlans plans;
    private final GiftWords words;
    private final GiftPapers papers;
    private final ChargeStore charges;
    private final PledgeLinks links;
    private final Formats formats;

    PlanLetters(
            GiftPlanStore store,
            GiftPlans plans,
            GiftWords words,
            GiftPapers papers,
            ChargeStore charges,
            PledgeLinks links,
            Formats formats) {
        this.store = store;
        this.plans = plans;
        this.words = words;
        this.papers = papers;
        this.charges = charges;
        this.links = links;
        this.formats = formats;
    }

    @Bean
    Letter giftPlanWelcomeLetter() {
        return new PlanLetter(WELCOME);
    }

    @Bean
    Letter giftPlanFailedLetter() {
        return new PlanLetter(FAILED);
    }

    @Bean
    Letter giftPlanHaltedLetter() {
        return new PlanLetter(HALTED);
    }

    @Bean
    Letter giftPlanRecoveredLetter() {
        return new PlanLetter(RECOVERED);
    }

    @Bean
    Letter giftPlanCardLetter() {
        return new PlanLetter(CARD);
    }

    @Bean
    Letter giftPlanResumingLetter() {
        return new PlanLetter(RESUMING);
    }

    @Bean
    Letter giftPlanYearlyLetter() {
        return new PlanLetter(YEARLY);
    }

    @Bean
    Letter giftPlanStoppingLetter() {
        return new PlanLetter(STOPPING);
    }

    @Bean
    Letter giftPlanStoppedLetter() {
        return new PlanLetter(STOPPED);
    }

    @Bean
    Letter giftPlanUnpaidLetter() {
        return new PlanLetter(UNPAID);
    }

    private final class PlanLetter implements Letter {

        private final String kind;

        PlanLetter(String kind) {
            this.kind = kind;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Mono<LetterContent> compose(MailRequest request) {
            return store.find(plan(request))
                    .flatMap(plans::view)
                    .filter(plan -> isStillSo(request, plan))
                    .flatMap(this::write);
        }

        /** The charges of a plan are told on the streams of its pledges. */
        @Override
        public Flux<String> quotes(MailRequest request) {
            GiftPlanId plan = plan(request);
            return charges.of(plan)
                    .map(charge -> charge.pledge().purpose())
                    .distinct()
                    .startWith(plan.purpose());
        }

        private static GiftPlanId plan(MailRequest request) {
            return new GiftPlanId(UUID.fromString(request.reference().split("/", 2)[0]));
        }

        /** What was overtaken is not told any more, such as a charge whose day was moved. */
        private boolean isStillSo(MailRequest request, GiftPlanView plan) {
            return switch (kind) {
                case FAILED -> plan.payments().overdue() != null;
                case RESUMING, YEARLY -> request.reference().endsWith("/" + plan.nextCharge());
                case STOPPING -> plan.state() == GiftPlanView.State.STOPPING;
                case CARD, RECOVERED -> plan.nextCharge() != null;
                default -> true;
            };
        }

        private Mono<LetterContent> write(GiftPlanView plan) {
            return Mono.zip(words.recipient(plan.pledge()), sentences(plan), cards(plan))
                    .map(parts -> content(plan, parts.getT1(), parts.getT2(), parts.getT3()));
        }

        private Mono<List<Attachment>> cards(GiftPlanView plan) {
            return Mono.just(plan.pledge())
                    .filter(pledge -> kind.equals(WELCOME))
                    .flatMap(papers::card)
                    .map(pdf -> List.of(GiftPapers.attachment(pdf)))
                    .defaultIfEmpty(List.of());
        }

        private Mono<List<String>> sentences(GiftPlanView plan) {
            Language language = plan.plan().language();
            return charges.of(plan.plan().id())
                    .next()
                    .filter(charge -> kind.equals(WELCOME) || kind.equals(RECOVERED))
                    .flatMap(charge -> words.sentences(charge, language))
                    .defaultIfEmpty(List.of());
        }

        private LetterContent content(
                GiftPlanView plan,
                Recipient recipient,
                List<String> sentences,
                List<Attachment> attachments) {
            Language language = plan.plan().language();
            String word =
                    kind.equals(FAILED) ? failed(plan) : kind.substring("gift-plan-".length());
            PlanLetterModel model =
                    new PlanLetterModel(
                            word,
                            plan.plan().reference(),
                            recipient.name(),
                            Cause.of(plan.pledge().fund()).code(),
                            plan.pledge().frequency().code(),
                            plan.pledge().parts(),
                            arguments(plan, language),
                            sentences,
                            links.address(plan.plan().reference(), language));
            return new LetterContent(
                    recipient.email(),
                    "giving.mail.plan." + word + ".subject",
                    List.of(plan.plan().reference()),
                    "giving/mail/gift-plan",
                    model.asModel(),
                    attachments);
        }
    }

    /** What there is to say of a charge that failed depends on what would help. */
    private static String failed(GiftPlanView plan) {
        OverdueCharge overdue = plan.payments().overdue();
        if (overdue != null && overdue.needsAction()) {
            return "action";
        }
        return overdue == null || overdue.nextAttemptAt() == null ? "refused" : "failed";
    }

    private List<Object> arguments(GiftPlanView plan, Language language) {
        OverdueCharge overdue = plan.payments().overdue();
        Card card = plan.payments().card();
        return List.of(
                formats.yen(overdue == null ? plan.pledge().parts().total() : overdue.amount()),
                day(plan.nextCharge(), language),
                day(plan.stopsOn(), language),
                card == null ? "" : card.last4(),
                overdue == null || overdue.nextAttemptAt() == null
                        ? ""
                        : formats.date(overdue.nextAttemptAt(), language));
    }

    private String day(@Nullable LocalDate date, Language language) {
        return date == null ? "" : formats.date(date, language);
    }
}
