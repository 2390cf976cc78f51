package org.lfnkr.zabuton.closing;

import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.YearMonth;
import java.util.List;

/** Asks all modules what stands in the way of closing a month. */
@Component
class Hindrances {

    private final List<Obstacle> obstacles;
    private final WaiverStore waivers;

    Hindrances(List<Obstacle> obstacles, WaiverStore waivers) {
        this.obstacles = obstacles;
        this.waivers = waivers;
    }

    /** What there is now, in the order of the page. */
    Mono<List<Hindrance>> of(YearMonth month) {
        return waivers.of(month).collectList().flatMap(known -> of(month, known));
    }

    private Mono<List<Hindrance>> of(YearMonth month, List<Waiver> known) {
        return Flux.fromIterable(obstacles)
                .concatMap(
                        obstacle ->
                                obstacle.find()
                                        .apply(month.atEndOfMonth())
                                        .filter(found -> found.count() > 0)
                                        .map(found -> Hindrance.of(obstacle, found, known)))
                .collectList();
    }
}
