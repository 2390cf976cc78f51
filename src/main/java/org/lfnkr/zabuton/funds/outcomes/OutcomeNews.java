package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.impact.ImpactState;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.Progress;
import org.lfnkr.zabuton.mail.Mail;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.UUID;
import java.util.stream.Stream;

/**
 * Tells whose money it was by mail, once when all of it is bought and once when all has arrived.
 * What comes in parts between is told on the pages.
 */
@Component
class OutcomeNews {

    static final String BOUGHT = "outcome-bought";
    static final String DELIVERED = "outcome-delivered";

    private final Readers readers;
    private final Mail mail;

    OutcomeNews(Readers readers, Mail mail) {
        this.readers = readers;
        this.mail = mail;
    }

    /** Joins the caller's transaction; what was told before isn't told again. */
    Mono<Void> tell(UUID subject, ImpactStory story) {
        return Flux.fromStream(() -> Stream.of(BOUGHT, DELIVERED).filter(it -> isSo(it, story)))
                .concatMap(kind -> readers.request(kind, subject))
                .concatMap(mail::queue)
                .then();
    }

    /** Whether a step is reached. Whoever hears that it arrived needn't hear that it was bought. */
    static boolean isSo(String kind, ImpactStory story) {
        return kind.equals(DELIVERED) ? hasArrived(story) : isBought(story);
    }

    private static boolean isBought(ImpactStory story) {
        return story.state().isBought() && story.progress().bought() > 0 && !hasArrived(story);
    }

    private static boolean hasArrived(ImpactStory story) {
        Progress progress = story.progress();
        return story.state() == ImpactState.DELIVERED
                || (story.state() == ImpactState.FELL_SHORT
                        && progress.delivered() > 0
                        && progress.delivered() == progress.expected());
    }
}
