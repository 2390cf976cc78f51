package org.lfnkr.zabuton.giving.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.GiftPlanId;
import org.lfnkr.zabuton.giving.pledges.ChargeStore;
import org.lfnkr.zabuton.giving.pledges.GiftPapers;
import org.lfnkr.zabuton.giving.pledges.GiftWords;
import org.lfnkr.zabuton.giving.pledges.HappeningStore;
import org.lfnkr.zabuton.giving.pledges.PledgeLinks;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.LetterContent.Attachment;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.payments.plans.OverdueCharge;
import org.lfnkr.zabuton.payments.plans.PlanChanged;
import org.lfnkr.zabuton.supporters.Recipient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

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

    private final GiftPlanStore store;
    private final GiftPlans plans;
    private final GiftWords words;
    private final GiftPapers papers;
    private final ChargeStore charges;
    private final HappeningStore happenings;
    private final PledgeLinks links;
    private final PlanLetterArguments arguments;

    PlanLetters(
            GiftPlanStore store,
            GiftPlans plans,
            GiftWords words,
            GiftPapers papers,
            ChargeStore charges,
            HappeningStore happenings,
            PledgeLinks links,
            PlanLetterArguments arguments) {
        this.store = store;
        this.plans = plans;
        this.words = words;
        this.papers = papers;
        this.charges = charges;
        this.happenings = happenings;
        this.links = links;
        this.arguments = arguments;
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
    Letter giftPlanTermsLetter() {
        return new PlanLetter(TERMS);
    }

    @Bean
    Letter giftPlanDayLetter() {
        return new PlanLetter(DAY);
    }

    @Bean
    Letter giftPlanPausedLetter() {
        return new PlanLetter(PAUSED);
    }

    @Bean
    Letter giftPlanResumedLetter() {
        return new PlanLetter(RESUMED);
    }

    @Bean
    Letter giftPlanStopUndoneLetter() {
        return new PlanLetter(STOP_UNDONE);
    }

    @Bean
    Letter giftPlanNewCardLetter() {
        return new PlanLetter(NEW_CARD);
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
        return new PlanLetter(STOPPED);
    }

    @Bean
    Letter giftPlanUnpaidLetter() {
        return new PlanLetter(UNPAID);
    }

    /**
     * What there is to say of a charge.
     *
     * @param elsewhere the code of what it went to, where it did not go to what was chosen
     */
    private record Told(List<String> sentences, Optional<String> elsewhere) {}

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
        public String titleKey() {
            return "giving.mail.plan." + kind.substring("gift-plan-".length()) + ".title";
        }

        @Override
        public Mono<LetterContent> compose(MailRequest request) {
            return store.find(plan(request))
                    .flatMap(plans::view)
                    .filter(plan -> isStillSo(request, plan))
                    .filterWhen(this::isOfItsOwn)
                    .flatMap(plan -> write(request, plan));
        }

        /** Whose first charge goes back is told that, and neither welcomed nor seen off. */
        private Mono<Boolean> isOfItsOwn(GiftPlanView plan) {
            return kind.equals(WELCOME) || kind.equals(STOPPED)
                    ? happenings.isTurnedBack(plan.plan().id()).map(back -> !back)
                    : Mono.just(true);
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
                case PAUSED -> plan.state() == GiftPlanView.State.PAUSED;
                case RESUMED -> plan.nextCharge() != null && !plan.payments().paused();
                case CARD, RECOVERED, TERMS, DAY, STOP_UNDONE -> plan.nextCharge() != null;
                default -> true;
            };
        }

        private Mono<LetterContent> write(MailRequest request, GiftPlanView plan) {
            return Mono.zip(
                            words.recipient(plan.pledge()),
                            told(plan),
                            cards(plan),
                            arguments(request, plan))
                    .map(
                            parts ->
                                    content(
                                            plan,
                                            parts.getT1(),
                                            parts.getT2(),
                                            parts.getT3(),
                                            parts.getT4()));
        }

        private Mono<List<Object>> arguments(MailRequest request, GiftPlanView plan) {
            return happenings
                    .of(plan.plan().id().value())
                    .filter(each -> request.reference().endsWith("/" + each.at().toEpochMilli()))
                    .last(PlanLetterArguments.NO_CHANGE)
                    .map(change -> arguments.of(plan, change));
        }

        private Mono<List<Attachment>> cards(GiftPlanView plan) {
            return Mono.just(plan.pledge())
                    .filter(pledge -> kind.equals(WELCOME))
                    .flatMap(papers::card)
                    .map(pdf -> List.of(GiftPapers.attachment(pdf)))
                    .defaultIfEmpty(List.of());
        }

        /** Of the charge that it is about; of other letters nothing. */
        private Mono<Told> told(GiftPlanView plan) {
            Language language = plan.plan().language();
            return charges.of(plan.plan().id())
                    .next()
                    .filter(charge -> kind.equals(WELCOME) || kind.equals(RECOVERED))
                    .flatMap(
                            charge ->
                                    Mono.zip(
                                            words.sentences(charge, language),
                                            words.elsewhere(charge),
                                            Told::new))
                    .defaultIfEmpty(new Told(List.of(), Optional.empty()));
        }

        private @Nullable String instead(GiftPlanView plan) {
            Fund instead = plan.pledge().instead();
            return instead == null || !(kind.equals(WELCOME) || kind.equals(TERMS))
                    ? null
                    : Cause.of(instead).code();
        }

        private LetterContent content(
                GiftPlanView plan,
                Recipient recipient,
                Told told,
                List<Attachment> attachments,
                List<Object> arguments) {
            Language language = plan.plan().language();
            String word =
                    kind.equals(FAILED) ? failed(plan) : kind.substring("gift-plan-".length());
            PlanLetterModel model =
                    new PlanLetterModel(
                            word,
                            plan.plan().reference(),
                            recipient.name(),
                            Cause.of(plan.pledge().fund()).code(),
                            told.elsewhere().orElse(null),
                            instead(plan),
                            plan.pledge().frequency().code(),
                            plan.pledge().parts(),
                            arguments,
                            told.sentences(),
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
}
