package org.lfnkr.zabuton.supporters.owndata;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.MailRequest;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Says that somebody's data are erased. Its reference is what was retained to say it. */
@Component
class FarewellLetter implements Letter {

    private final Retention retention;

    FarewellLetter(Retention retention) {
        this.retention = retention;
    }

    @Override
    public String kind() {
        return Erasure.FAREWELL;
    }

    @Override
    public String titleKey() {
        return "supporters.mail.farewell.title";
    }

    @Override
    public Flux<String> quotes(MailRequest request) {
        return Flux.empty();
    }

    @Override
    public Mono<LetterContent> compose(MailRequest request) {
        return retention
                .read(UUID.fromString(request.reference()))
                .map(EmailAddress::new)
                .map(FarewellLetter::content);
    }

    private static LetterContent content(EmailAddress email) {
        return new LetterContent(
                email,
                "supporters.mail.farewell.subject",
                List.of(),
                "supporters/mail/farewell",
                Map.of(),
                List.of());
    }
}
