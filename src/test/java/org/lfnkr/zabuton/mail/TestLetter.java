package org.lfnkr.zabuton.mail;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A letter about nothing: its reference says who gets it. */
@Component
class TestLetter implements Letter {

    static final String KIND = "test-letter";
    final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String titleKey() {
        return "test.letter.subject";
    }

    @Override
    public Flux<String> quotes(MailRequest request) {
        return Flux.empty();
    }

    @Override
    public Mono<LetterContent> compose(MailRequest request) {
        if (failures.containsKey(request.reference())) {
            return Mono.error(failures.get(request.reference()));
        }
        return request.reference().contains("erased")
                ? Mono.empty()
                : Mono.just(content(new EmailAddress(request.reference() + "@example.org")));
    }

    private static LetterContent content(EmailAddress to) {
        byte[] file = "a file".getBytes(StandardCharsets.UTF_8);
        return new LetterContent(
                to,
                "test.letter.subject",
                List.of(3),
                "mail/test-letter",
                Map.of("name", "𠮷野 & <b>"),
                List.of(new LetterContent.Attachment("file.txt", "text/plain", file)));
    }
}
