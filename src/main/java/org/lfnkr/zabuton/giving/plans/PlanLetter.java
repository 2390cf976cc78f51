package org.lfnkr.zabuton.giving.plans;

import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.MailRequest;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A mail about a plan. */
record PlanLetter(String kind, PlanLetterWriter writer) implements Letter {

    /** What it is about, as its words are named. */
    static String word(String kind) {
        return kind.substring("gift-plan-".length());
    }

    @Override
    public String titleKey() {
        return "giving.mail.plan." + word(kind) + ".title";
    }

    @Override
    public Mono<LetterContent> compose(MailRequest request) {
        return writer.compose(kind, request);
    }

    @Override
    public Flux<String> quotes(MailRequest request) {
        return writer.quotes(request);
    }
}
