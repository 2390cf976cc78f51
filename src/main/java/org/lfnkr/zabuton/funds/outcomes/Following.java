package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.bookkeeping.spending.Consumption;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.impact.Cause;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Lets the statements of orders and gifts follow what was bought with their money. By state only:
 * whatever happened, and in whatever order, the same is said in the end.
 */
@Component
class Following {

    private final PurchaseStore store;
    private final Spending spending;
    private final Impact impact;
    private final OutcomeNews news;

    Following(PurchaseStore store, Spending spending, Impact impact, OutcomeNews news) {
        this.store = store;
        this.spending = spending;
        this.impact = impact;
        this.news = news;
    }

    /** All whose money a purchase has, or had; nobody where the disbursement bought nothing yet. */
    @Transactional
    public Mono<Void> purchase(OutcomeMoved moved) {
        return store.find(moved.disbursement())
                .flatMap(
                        known ->
                                store.keep(known.disbursement())
                                        .thenMany(subjects(known.disbursement()))
                                        .sort()
                                        .collectList()
                                        .flatMap(all -> follow(all, moved.cause(), moved.at())));
    }

    private Flux<UUID> subjects(UUID disbursement) {
        return Flux.concat(
                        store.subjects(disbursement),
                        spending.of(disbursement).map(Consumption::subject))
                .distinct();
    }

    /** Those whose money moved, by a refund, a dispute or a purchase that came back. */
    @Transactional
    public Mono<Void> money(Collection<UUID> subjects, Instant at) {
        return follow(subjects.stream().distinct().sorted().toList(), Cause.MONEY, at);
    }

    private Mono<Void> follow(List<UUID> subjects, Cause cause, Instant at) {
        return Flux.fromIterable(subjects)
                .concatMap(this::read)
                .collectList()
                .delayUntil(all -> store.set(all.stream().flatMap(Holding::shares).toList()))
                .flatMapIterable(Holding::inOrder)
                .concatMap(holding -> follow(holding, cause, at))
                .then();
    }

    /** Empty where nothing was ever said, so that nothing can follow. */
    private Mono<Holding> read(UUID subject) {
        return store.lock(subject).then(look(subject));
    }

    /** The same, of which nothing is going to be written. */
    Mono<Holding> look(UUID subject) {
        return impact.story(subject)
                .flatMap(story -> holding(subject, story))
                .flatMap(it -> store.find(it.disbursements()).map(it::with));
    }

    private Mono<Holding> holding(UUID subject, ImpactStory story) {
        return Mono.zip(
                spending.ofSubject(subject).collectList(),
                store.shares(subject),
                (spent, before) -> Holding.of(subject, story, spent, before));
    }

    private Mono<Void> follow(Holding holding, Cause cause, Instant at) {
        return impact.follow(holding.subject(), holding.progress(), holding.cause(cause), at)
                .flatMap(story -> news.tell(holding.subject(), story));
    }
}
