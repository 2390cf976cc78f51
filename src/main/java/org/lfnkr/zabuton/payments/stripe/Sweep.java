package org.lfnkr.zabuton.payments.stripe;

import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.processing.PaymentStore;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Finds by itself what no webhook has told: nothing depends on a webhook arriving. */
@Component
class Sweep {

    /** Events may appear in the list later than they were made. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    /** Longer than a few rounds, should one of them fail. */
    private static final Duration NEWS = Duration.ofMinutes(5);

    /** Stripe lists no older ones. */
    private static final Duration LISTED = Duration.ofDays(30);

    private final PaymentStore payments;
    private final InboxStore inbox;
    private final StripeCalls stripe;
    private final Clock clock;

    Sweep(PaymentStore payments, InboxStore inbox, StripeCalls stripe, Clock clock) {
        this.payments = payments;
        this.inbox = inbox;
        this.stripe = stripe;
        this.clock = clock;
    }

    /**
     * Reads what Stripe has told in these minutes, while money is expected: webhooks may go to a
     * node that is dead. The cursor stays where it is.
     */
    Mono<Long> readNews() {
        return payments.hasOpen()
                .filter(open -> open)
                .flatMap(open -> readSince(clock.instant().minus(NEWS)))
                .defaultIfEmpty(0L);
    }

    /** Puts events that the webhook has missed into the inbox; says how many it has seen. */
    Mono<Long> readEvents() {
        Instant now = clock.instant();
        return inbox.readUntil()
                .map(until -> until.minus(OVERLAP))
                .defaultIfEmpty(now.minus(LISTED))
                .flatMap(since -> readSince(latest(since, now.minus(LISTED))))
                .flatMap(seen -> inbox.readUntil(now).thenReturn(seen));
    }

    private Mono<Long> readSince(Instant since) {
        return page(since, Optional.empty())
                .expand(
                        page ->
                                page.last()
                                        .map(last -> page(since, Optional.of(last)))
                                        .orElse(Mono.empty()))
                .concatMapIterable(EventPage::notices)
                .concatMap(notice -> inbox.add(notice).thenReturn(notice))
                .count();
    }

    private Mono<EventPage> page(Instant since, Optional<String> after) {
        return stripe.events(since, after).flatMap(Sweep::known);
    }

    /** The cursor must not move over what was not read. */
    private static Mono<EventPage> known(Answer<EventPage> answer) {
        return answer instanceof Answer.Known<EventPage>(EventPage page)
                ? Mono.just(page)
                : Mono.error(new IllegalStateException("Stripe's events could not be read"));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
