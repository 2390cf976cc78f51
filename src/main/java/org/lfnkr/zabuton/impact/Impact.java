package org.lfnkr.zabuton.impact;

import org.lfnkr.zabuton.kernel.Columns;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What may be said about what money makes possible. */
@Service
public class Impact {

    private final PriceBook prices;
    private final AllocationStore allocations;
    private final StatementStore statements;
    private final Clock clock;

    Impact(PriceBook prices, AllocationStore allocations, StatementStore statements, Clock clock) {
        this.prices = prices;
        this.allocations = allocations;
        this.statements = statements;
        this.clock = clock;
    }

    /**
     * The price of an outcome on a day of the Tokyo calendar; empty when there is none whose
     * evidence is still good, and then nothing may be claimed.
     *
     * @param outcome the outcome's code, such as {@code rice}
     */
    public Mono<OutcomePrice> price(String outcome, LocalDate on) {
        return prices.valid(outcome, on);
    }

    /** The allocation policy in force on a day of the Tokyo calendar. */
    public Mono<AllocationPolicy> policy(LocalDate on) {
        return allocations.inForce(on);
    }

    /** Price and policy of a day of the Tokyo calendar, in one statement. */
    public Mono<Basis> basis(String outcome, LocalDate on) {
        return allocations.basis(outcome, on);
    }

    /** What {@code impact.promise} writes; as {@link #promise}. */
    public Columns promised(UUID subject, OutcomePrice price, Money estimate) {
        Statement promise = new Statement(subject, price, false, estimate.max(Money.ZERO));
        return new Columns()
                .with("subject", subject)
                .with("price_id", price.id())
                .with("outcome", price.outcome())
                .with("fund", price.fund().code())
                .with("price_yen", price.yen())
                .with("price_units", price.units())
                .with("promised_at", clock.instant())
                .with("promised_yen", promise.money())
                .with("promised_units", promise.units());
    }

    /**
     * The allocation policy by which something was promised at the sale: another that begins before
     * the payment arrives takes nothing from it.
     *
     * @param subject the order or gift
     * @param otherwise the day, in Tokyo, that counts where nothing was promised
     */
    public Mono<AllocationPolicy> policy(UUID subject, LocalDate otherwise) {
        return allocations.promisedBy(subject, otherwise);
    }

    /**
     * States at the sale what the subject could fund, and fixes the price version for good. Joins
     * the caller's transaction; once per subject.
     *
     * @param subject the order or gift
     * @param estimate what may be claimed if it is paid, in yen
     */
    @Transactional
    public Mono<Void> promise(UUID subject, OutcomePrice price, Money estimate) {
        Money promised = estimate.max(Money.ZERO);
        return statements.promise(new Statement(subject, price, false, promised), clock.instant());
    }

    /**
     * Sets what the subject funds to what its money covers now. When that changes what was said, a
     * dated correction is kept. Joins the caller's transaction; nothing happens when the subject
     * has no statement.
     *
     * @param covered yen of the subject's lots by fund; only the outcome's own fund counts
     * @param cause why they cover something else than before
     * @param at when the money moved
     */
    @Transactional
    public Mono<Void> fund(UUID subject, Map<Fund, Money> covered, Cause cause, Instant at) {
        return statements.lock(subject).flatMap(earlier -> restate(earlier, covered, cause, at));
    }

    private Mono<Void> restate(
            Statement earlier, Map<Fund, Money> covered, Cause cause, Instant at) {
        Money claimable = covered.getOrDefault(earlier.price().fund(), Money.ZERO);
        Statement now = earlier.funded(claimable);
        return statements
                .fund(now, at)
                .then(Mono.justOrEmpty(now.correctionOf(earlier, cause, at)))
                .flatMap(correction -> statements.correct(now.subject(), correction));
    }

    /**
     * Sets what was bought and delivered with the subject's money. What is told and falls by it is
     * kept as a dated correction with its reason. Joins the caller's transaction; nothing happens
     * when the subject has no statement.
     *
     * @param cause why it is looked at again
     * @return what may be said of it now
     */
    @Transactional
    public Mono<ImpactStory> follow(UUID subject, Progress now, Cause cause, Instant at) {
        return statements
                .lock(subject)
                .delayUntil(earlier -> follow(earlier, now, cause, at))
                .map(earlier -> earlier.followed(now).story(List.of()));
    }

    private Mono<Void> follow(Statement earlier, Progress now, Cause cause, Instant at) {
        return earlier.progress().equals(now)
                ? Mono.empty()
                : statements
                        .follow(earlier.subject(), now, at)
                        .thenMany(
                                Flux.fromIterable(
                                        earlier.followed(now)
                                                .correctionsOf(earlier.progress(), cause, at)))
                        .concatMap(it -> statements.correct(earlier.subject(), it))
                        .then();
    }

    /** What may be said of the subject now; empty when nothing was promised at its sale. */
    public Mono<ImpactStory> story(UUID subject) {
        return stories(List.of(subject)).mapNotNull(all -> all.get(subject));
    }

    /** The same of several, by subject. */
    public Mono<Map<UUID, ImpactStory>> stories(Collection<UUID> subjects) {
        return statements
                .corrections(subjects)
                .flatMap(
                        known ->
                                statements
                                        .find(subjects)
                                        .collectMap(
                                                Statement::subject,
                                                it ->
                                                        it.story(
                                                                known.getOrDefault(
                                                                        it.subject(), List.of()))));
    }
}
