package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.LetterContent.Attachment;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.supporters.Recipient;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.function.Function;

/**
 * A mail about a gift.
 *
 * @param facts the streams whose state it quotes
 */
record GiftLetter(
        String kind,
        Function<MailRequest, Flux<String>> facts,
        Function<MailRequest, Mono<LetterContent>> writing)
        implements Letter {

    @Override
    public String titleKey() {
        return "giving.mail." + kind.substring("gift-".length()) + ".title";
    }

    @Override
    public Flux<String> quotes(MailRequest request) {
        return facts.apply(request);
    }

    @Override
    public Mono<LetterContent> compose(MailRequest request) {
        return writing.apply(request);
    }

    /** As all mails about gifts are made: from words and a template named by their kind. */
    static LetterContent content(
            MailRequest request,
            Recipient recipient,
            GiftLetterModel model,
            List<Attachment> attachments) {
        return new LetterContent(
                recipient.email(),
                "giving.mail." + request.kind().substring("gift-".length()) + ".subject",
                List.of(model.reference()),
                "giving/mail/" + request.kind(),
                model.asModel(),
                attachments);
    }
}
