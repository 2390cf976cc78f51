package org.lfnkr.zabuton.counter.tray;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.counter.Bazaar;
import org.lfnkr.zabuton.counter.BazaarStore;
import org.lfnkr.zabuton.counter.CounterBooks;
import org.lfnkr.zabuton.counter.tray.TrayStanding.Step;
import org.lfnkr.zabuton.kernel.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.function.Predicate;

/** The tray of a bazaar, which two people count blind. */
@Service
public class Tray {

    private final BazaarStore bazaars;
    private final TrayStore store;
    private final CounterBooks books;
    private final AuditTrail audit;
    private final Clock clock;

    Tray(BazaarStore bazaars, TrayStore store, CounterBooks books, AuditTrail audit, Clock clock) {
        this.bazaars = bazaars;
        this.store = store;
        this.books = books;
        this.audit = audit;
        this.clock = clock;
    }

    /** How far the counting of its tray has come. */
    public Mono<TrayStanding> standing(Bazaar bazaar) {
        return store.standing(bazaar.id());
    }

    /**
     * Notes what somebody found, where it is theirs to count; says how it stands then.
     *
     * @param round the one that their form was for: sent twice, it is one count
     */
    @Transactional
    Mono<TrayStanding> count(Bazaar bazaar, int round, Money counted, String actor) {
        return at(bazaar, actor, Step::mayCount)
                .filter(standing -> standing.nextRound() == round)
                .flatMap(
                        standing ->
                                store.count(bazaar.id(), round, counted, actor, clock.instant())
                                        .then(note(bazaar, "counter.counted", actor)))
                .then(standing(bazaar));
    }

    /** One of those who counted says why the tray is not what it should be. */
    @Transactional
    Mono<TrayStanding> say(Bazaar bazaar, Difference.Ground ground, String actor) {
        return at(bazaar, actor, step -> step == Step.SAY_WHY || step == Step.AGREE)
                .flatMap(
                        standing ->
                                store.state(bazaar.id(), standing, ground, actor, clock.instant())
                                        .then(note(bazaar, "counter.difference-said", actor)))
                .then(standing(bazaar));
    }

    /** The other who counted agrees, and the difference is booked. */
    @Transactional
    Mono<TrayStanding> agree(Bazaar bazaar, String actor) {
        return at(bazaar, actor, step -> step == Step.AGREE)
                .flatMap(
                        standing ->
                                store.agree(bazaar.id(), standing.round(), actor, clock.instant())
                                        .then(books.differ(bazaar, standing.off()))
                                        .then(note(bazaar, "counter.difference-booked", actor)))
                .then(standing(bazaar));
    }

    /** Empty where that is not somebody's next step, and then nothing happens. */
    private Mono<TrayStanding> at(Bazaar bazaar, String actor, Predicate<Step> step) {
        return bazaars.lock(bazaar.id())
                .filter(Bazaar::counts)
                .flatMap(this::standing)
                .filter(standing -> step.test(standing.next(actor)));
    }

    private Mono<Void> note(Bazaar bazaar, String act, String actor) {
        return audit.record(actor, act, bazaar.id().toString(), bazaar.code());
    }
}
