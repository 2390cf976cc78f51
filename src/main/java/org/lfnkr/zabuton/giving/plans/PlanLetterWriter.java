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
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.LetterContent.Attachment;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.payments.plans.OverdueCharge;
import org.lfnkr.zabuton.supporters.Recipient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes the mails about plans, each as the plan stands when it is sent. */
@Component
class PlanLetterWriter {

    private final GiftPlanStore store;
    private final GiftPlans plans;
    private final GiftWords words;
    private final GiftPapers papers;
    private final ChargeStore charges;
    private final HappeningStore happenings;
    private final PledgeLinks links;
    private final PlanLetterArguments arguments;

    PlanLetterWriter(
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

    /**
     * What there is to say of a charge.
     *
     * @param elsewhere the code of what it went to, where it did not go to what was chosen
     */
    private record Told(List<String> sentences, Optional<String> elsewhere) {}

    /** Empty for what was overtaken, or belongs to another letter. */
    Mono<LetterContent> compose(String kind, MailRequest request) {
        return store.find(plan(request))
                .flatMap(plans::view)
                .filter(plan -> isStillSo(kind, request, plan))
                .filterWhen(plan -> isOfItsOwn(kind, plan))
                .flatMap(plan -> write(kind, request, plan));
    }

    /** Whose first charge goes back is told that, and neither welcomed nor seen off. */
    private Mono<Boolean> isOfItsOwn(String kind, GiftPlanView plan) {
        return kind.equals(PlanLetters.WELCOME) || kind.equals(PlanLetters.STOPPED)
                ? happenings.isTurnedBack(plan.plan().id()).map(back -> !back)
                : Mono.just(true);
    }

    /** The charges of a plan are told on the streams of its pledges. */
    Flux<String> quotes(MailRequest request) {
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
    private boolean isStillSo(String kind, MailRequest request, GiftPlanView plan) {
        return switch (kind) {
            case PlanLetters.FAILED -> plan.payments().overdue() != null;
            case PlanLetters.RESUMING, PlanLetters.YEARLY ->
                    request.reference().endsWith("/" + plan.nextCharge());
            case PlanLetters.STOPPING -> plan.state() == GiftPlanView.State.STOPPING;
            case PlanLetters.PAUSED -> plan.state() == GiftPlanView.State.PAUSED;
            case PlanLetters.RESUMED -> plan.nextCharge() != null && !plan.payments().paused();
            case PlanLetters.CARD,
                    PlanLetters.RECOVERED,
                    PlanLetters.TERMS,
                    PlanLetters.DAY,
                    PlanLetters.STOP_UNDONE ->
                    plan.nextCharge() != null;
            default -> true;
        };
    }

    private Mono<LetterContent> write(String kind, MailRequest request, GiftPlanView plan) {
        return Mono.zip(
                        words.recipient(plan.pledge()),
                        told(kind, plan),
                        cards(kind, plan),
                        arguments(request, plan))
                .map(
                        parts ->
                                content(
                                        kind,
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

    private Mono<List<Attachment>> cards(String kind, GiftPlanView plan) {
        return Mono.just(plan.pledge())
                .filter(pledge -> kind.equals(PlanLetters.WELCOME))
                .flatMap(papers::card)
                .map(pdf -> List.of(GiftPapers.attachment(pdf)))
                .defaultIfEmpty(List.of());
    }

    /** Of the charge that it is about; of other letters nothing. */
    private Mono<Told> told(String kind, GiftPlanView plan) {
        Language language = plan.plan().language();
        return charges.of(plan.plan().id())
                .next()
                .filter(
                        charge ->
                                kind.equals(PlanLetters.WELCOME)
                                        || kind.equals(PlanLetters.RECOVERED))
                .flatMap(
                        charge ->
                                Mono.zip(
                                        words.sentences(charge, language),
                                        words.elsewhere(charge),
                                        Told::new))
                .defaultIfEmpty(new Told(List.of(), Optional.empty()));
    }

    private static @Nullable String instead(String kind, GiftPlanView plan) {
        Fund instead = plan.pledge().instead();
        return instead == null
                        || !(kind.equals(PlanLetters.WELCOME) || kind.equals(PlanLetters.TERMS))
                ? null
                : Cause.of(instead).code();
    }

    private LetterContent content(
            String kind,
            GiftPlanView plan,
            Recipient recipient,
            Told told,
            List<Attachment> attachments,
            List<Object> arguments) {
        Language language = plan.plan().language();
        String word = kind.equals(PlanLetters.FAILED) ? failed(plan) : PlanLetter.word(kind);
        PlanLetterModel model =
                new PlanLetterModel(
                        word,
                        plan.plan().reference(),
                        recipient.name(),
                        Cause.of(plan.pledge().fund()).code(),
                        told.elsewhere().orElse(null),
                        instead(kind, plan),
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

    /** What there is to say of a charge that failed depends on what would help. */
    private static String failed(GiftPlanView plan) {
        OverdueCharge overdue = plan.payments().overdue();
        if (overdue != null && overdue.needsAction()) {
            return "action";
        }
        return overdue == null || overdue.nextAttemptAt() == null ? "refused" : "failed";
    }
}
