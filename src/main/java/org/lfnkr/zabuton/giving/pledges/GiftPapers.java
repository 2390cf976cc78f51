package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.GiftPlanId;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.mail.LetterContent.Attachment;
import org.lfnkr.zabuton.papers.Papers;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Map;

/** The papers that belong to gifts. */
@Component
public class GiftPapers {

    private final GiftWords words;
    private final ChargeStore charges;
    private final Papers press;

    GiftPapers(GiftWords words, ChargeStore charges, Papers press) {
        this.words = words;
        this.charges = charges;
        this.press = press;
    }

    /** Whether there is a card in somebody's honour: once something has been given. */
    public Mono<Boolean> hasCard(Pledge pledge) {
        return dedication(pledge).hasElement();
    }

    /** The card as a PDF; empty where there is none. */
    public Mono<byte[]> card(Pledge pledge) {
        return Mono.zip(dedication(pledge), words.recipient(pledge), cause(pledge))
                .map(all -> card(pledge, all.getT1(), all.getT2().name(), all.getT3()))
                .flatMap(
                        card ->
                                press.pdf(
                                        "giving/papers/card",
                                        Map.of("card", card),
                                        pledge.language()));
    }

    private Mono<Dedication> dedication(Pledge pledge) {
        return words.dedication(pledge)
                .filter(Dedication::hasCard)
                .filterWhen(dedication -> first(pledge).hasElement());
    }

    /** A card is of the gift itself, or of that with which a plan began. */
    private Mono<Charge> first(Pledge pledge) {
        GiftPlanId plan = pledge.plan();
        return plan == null ? charges.of(pledge.id()).next() : charges.first(plan);
    }

    /** Where its money went, whatever had been chosen. */
    private Mono<String> cause(Pledge pledge) {
        return first(pledge)
                .flatMap(words::elsewhere)
                .map(elsewhere -> elsewhere.orElse(Cause.of(pledge.fund()).code()));
    }

    public static Attachment attachment(byte[] card) {
        return new Attachment("card.pdf", "application/pdf", card);
    }

    private static HonourCard card(Pledge pledge, Dedication words, String name, String cause) {
        return new HonourCard(
                words.honouree(),
                words.message(),
                words.organisation().isEmpty() ? name : words.organisation(),
                cause,
                BusinessDate.of(pledge.madeAt()));
    }
}
