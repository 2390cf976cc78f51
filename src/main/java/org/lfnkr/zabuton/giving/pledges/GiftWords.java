package org.lfnkr.zabuton.giving.pledges;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.purposes.Destinations;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactWords;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.outbox.Progress;
import org.lfnkr.zabuton.payments.PaymentView;
import org.lfnkr.zabuton.payments.Payments;
import org.lfnkr.zabuton.supporters.Recipient;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gathers what letters and papers say about gifts; the only reader of their personal data. */
@Component
public class GiftWords {

    private final PledgeLinks links;
    private final Payments payments;
    private final PledgedPlans plans;
    private final HappeningStore happenings;
    private final Impact impact;
    private final Outbox outbox;
    private final ImpactWords words;
    private final Destinations destinations;
    private final Supporters supporters;
    private final Vault vault;
    private final JsonMapper json;

    GiftWords(
            PledgeLinks links,
            Payments payments,
            PledgedPlans plans,
            HappeningStore happenings,
            Impact impact,
            Outbox outbox,
            ImpactWords words,
            Destinations destinations,
            Supporters supporters,
            Vault vault,
            JsonMapper json) {
        this.links = links;
        this.payments = payments;
        this.plans = plans;
        this.happenings = happenings;
        this.impact = impact;
        this.outbox = outbox;
        this.words = words;
        this.destinations = destinations;
        this.supporters = supporters;
        this.vault = vault;
        this.json = json;
    }

    /** Name and mail address; empty once they are erased. */
    public Mono<Recipient> recipient(Pledge pledge) {
        return supporters.recipient(pledge.subject());
    }

    /** {@link Dedication#NONE} where there are no words, or no longer any. */
    public Mono<Dedication> dedication(Pledge pledge) {
        return Mono.just(pledge)
                .filter(Pledge::withWords)
                .flatMap(it -> vault.reveal(it.subject(), it.wordsPlace()))
                .map(text -> json.readValue(text, Dedication.class))
                .defaultIfEmpty(Dedication.NONE);
    }

    /** About a pledge whose money is awaited. */
    Mono<GiftLetterModel> awaited(Pledge pledge, String name) {
        return Mono.justOrEmpty(pledge.payment())
                .flatMap(payments::view)
                .map(
                        view ->
                                letter(
                                        pledge,
                                        name,
                                        null,
                                        pledge.madeAt(),
                                        GiftParts.NONE,
                                        false,
                                        List.of(),
                                        konbini(view)));
    }

    /** About money that was none of a pledge. */
    GiftLetterModel returned(Pledge pledge, String name) {
        return letter(pledge, name, null, pledge.madeAt(), GiftParts.NONE, false, List.of(), null);
    }

    /** About a charge. */
    Mono<GiftLetterModel> charged(Pledge pledge, Charge charge, String name) {
        return Mono.zip(sentences(charge, pledge.language()), isHalted(pledge), elsewhere(charge))
                .map(
                        parts ->
                                letter(
                                        pledge,
                                        name,
                                        parts.getT3().orElse(null),
                                        charge.chargedAt(),
                                        charge.parts().back(charge.refunded()),
                                        parts.getT2(),
                                        told(pledge, parts.getT1(), parts.getT3()),
                                        null));
    }

    /** What was promised of a gift that is given once was promised of the fund it named. */
    private static List<String> told(
            Pledge pledge, List<String> sentences, Optional<String> elsewhere) {
        return pledge.plan() == null && elsewhere.isPresent() ? List.of() : sentences;
    }

    /** What a charge went to, where its pledge names something else. */
    private Mono<Optional<String>> elsewhere(Charge charge) {
        return destinations
                .elsewhere(charge.payment())
                .map(Cause::code)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    /** Whoever has gone on after all by now is not told that it ends. */
    private Mono<Boolean> isHalted(Pledge pledge) {
        return Mono.justOrEmpty(pledge.plan())
                .filterWhen(happenings::isEndedByDispute)
                .flatMap(plans::isStopping)
                .defaultIfEmpty(false);
    }

    /**
     * What may be said of a charge now; nothing while the books have yet to follow what is known of
     * its payment.
     */
    public Mono<List<String>> sentences(Charge charge, Language language) {
        return impact.story(charge.payment().value())
                .filterWhen(story -> isBooked(charge))
                .map(story -> List.of(words.sentence(story, language)))
                .defaultIfEmpty(List.of());
    }

    private Mono<Boolean> isBooked(Charge charge) {
        return outbox.progress(List.of(charge.pledge().purpose())).map(Progress::complete);
    }

    private GiftLetterModel letter(
            Pledge pledge,
            String name,
            @Nullable String elsewhere,
            Instant on,
            GiftParts refunded,
            boolean halted,
            List<String> sentences,
            GiftLetterModel.@Nullable Konbini konbini) {
        return new GiftLetterModel(
                pledge.reference(),
                name,
                Cause.of(pledge.fund()).code(),
                elsewhere,
                pledge.frequency().code(),
                on,
                pledge.parts(),
                refunded,
                halted,
                sentences,
                links.address(pledge.reference(), pledge.language()),
                links.anew(pledge.language()),
                konbini);
    }

    private static GiftLetterModel.@Nullable Konbini konbini(PaymentView payment) {
        URI instructions = payment.instructions();
        Instant payBy = payment.payBy();
        return instructions == null || payBy == null
                ? null
                : new GiftLetterModel.Konbini(instructions, payBy);
    }
}
