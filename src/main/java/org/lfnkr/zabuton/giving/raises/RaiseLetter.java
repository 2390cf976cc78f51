package org.lfnkr.zabuton.giving.raises;

import org.lfnkr.zabuton.giving.pledges.GiftWords;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.supporters.Recipient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The mail that asks. Whoever wants none, or has changed the gift meanwhile, gets none. Its
 * reference begins with the plan's id, as those of all mails about a plan.
 */
@Component
class RaiseLetter implements Letter {

    static final String KIND = "gift-raise";

    private final Raises raises;
    private final RaiseLinks links;
    private final GiftWords words;

    RaiseLetter(Raises raises, RaiseLinks links, GiftWords words) {
        this.raises = raises;
        this.links = links;
        this.words = words;
    }

    static String reference(RaiseQuestion question) {
        return question.plan().value() + "/" + question.id();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String titleKey() {
        return "giving.raises.mail.title";
    }

    /** What it quotes was written before it was queued. */
    @Override
    public Flux<String> quotes(MailRequest request) {
        return Flux.empty();
    }

    /** The version before named the question alone. */
    private static UUID question(MailRequest request) {
        String reference = request.reference();
        return UUID.fromString(reference.substring(reference.indexOf('/') + 1));
    }

    @Override
    public Mono<LetterContent> compose(MailRequest request) {
        return raises.find(question(request))
                .filter(raise -> raise.isOpen() && !raise.quiet())
                .zipWhen(raise -> words.recipient(raise.plan().pledge()))
                .map(both -> letter(both.getT1(), both.getT2(), request.language()));
    }

    private LetterContent letter(Raise raise, Recipient to, Language language) {
        UUID id = raise.question().id();
        return new LetterContent(
                to.email(),
                "giving.raises.mail.subject",
                List.of(raise.plan().plan().reference()),
                "giving/mail/gift-raise",
                Map.of(
                        "raise", raise,
                        "name", to.name(),
                        "page", links.page(id, language)),
                List.of(),
                links.press(id));
    }
}
