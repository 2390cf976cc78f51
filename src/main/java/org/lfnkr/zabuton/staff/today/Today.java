package org.lfnkr.zabuton.staff.today;

import org.lfnkr.zabuton.desk.Aside;
import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Comparison;
import org.lfnkr.zabuton.desk.Comparison.Result;
import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what waits for somebody. One count that fails takes none of the others with it. */
@Service
class Today {

    private static final Logger log = LoggerFactory.getLogger(Today.class);

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Fewer than there are connections to the database. */
    private static final int AT_ONCE = 4;

    private final List<Concern> concerns;
    private final List<Comparison> comparisons;
    private final List<Aside> asides;
    private final Snoozes snoozes;
    private final Clock clock;

    Today(
            List<Concern> concerns,
            List<Comparison> comparisons,
            List<Aside> asides,
            Snoozes snoozes,
            Clock clock) {
        this.concerns = List.copyOf(concerns);
        this.comparisons = List.copyOf(comparisons);
        this.asides = List.copyOf(asides);
        this.snoozes = snoozes;
        this.clock = clock;
    }

    Mono<Overview> of(Colleague staff) {
        return Mono.zip(
                        snoozes.now().flatMap(snoozed -> lines(staff, snoozed)),
                        found(staff),
                        shown(staff))
                .map(all -> new Overview(clock.instant(), all.getT1(), all.getT2(), all.getT3()));
    }

    /** What can't be read is left out: the work of the day is what counts. */
    private Mono<List<Shown>> shown(Colleague staff) {
        return Flux.fromIterable(asides)
                .filter(aside -> may(staff, aside.right()) && isOf(staff, aside.owners()))
                .flatMapSequential(Today::shown, AT_ONCE)
                .collectList();
    }

    private static Mono<Shown> shown(Aside aside) {
        return aside.content()
                .get()
                .timeout(PATIENCE)
                .map(content -> new Shown(aside.template(), content))
                .doOnError(failure -> log.warn("{} can't be shown", aside.template(), failure))
                .onErrorComplete();
    }

    private Mono<List<Line>> lines(Colleague staff, Map<String, Snooze> snoozed) {
        return Flux.fromIterable(concerns)
                .filter(concern -> isOf(staff, concern))
                .flatMapSequential(concern -> line(staff, concern, snoozed), AT_ONCE)
                .filter(Line::waits)
                .collectList();
    }

    /** The warning of that key as it is now; empty where there is none, or not for this person. */
    Mono<Line> warning(Colleague staff, String key) {
        return Mono.justOrEmpty(
                        concerns.stream()
                                .filter(concern -> concern.warning() && isOf(staff, concern))
                                .filter(concern -> concern.key().equals(key))
                                .findFirst())
                .flatMap(
                        concern -> snoozes.now().flatMap(snoozed -> line(staff, concern, snoozed)));
    }

    private static boolean isOf(Colleague staff, Concern concern) {
        return may(staff, concern.right()) && isOf(staff, concern.owners());
    }

    private static boolean isOf(Colleague staff, Set<Role> owners) {
        return !Collections.disjoint(owners, staff.roles());
    }

    private static boolean may(Colleague staff, Right right) {
        return Role.rightsOf(staff.roles()).contains(right);
    }

    private static Mono<Line> line(Colleague staff, Concern concern, Map<String, Snooze> snoozed) {
        Snooze snooze = snoozed.get(concern.key());
        return concern.tally()
                .apply(staff)
                .timeout(PATIENCE)
                .map(tally -> new Line(concern, tally, snooze))
                .doOnError(failure -> log.warn("{} can't be counted", concern.key(), failure))
                .onErrorReturn(new Line(concern, null, snooze));
    }

    private Mono<List<Found>> found(Colleague staff) {
        return Flux.fromIterable(comparisons)
                .filter(comparison -> may(staff, comparison.right()))
                .flatMapSequential(Today::found, AT_ONCE)
                .collectList();
    }

    private static Mono<Found> found(Comparison comparison) {
        return comparison
                .result()
                .get()
                .timeout(PATIENCE)
                .doOnError(failure -> log.warn("{} can't be told", comparison.key(), failure))
                .onErrorReturn(Result.NEVER)
                .map(result -> new Found(comparison, result));
    }
}
