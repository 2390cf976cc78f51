package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.bookkeeping.spending.ProgressForecast;
import org.lfnkr.zabuton.bookkeeping.spending.ProgressForecasts;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.UUID;

/** Foresees by the very rule that {@link Following} writes by. */
@Component
class PurchaseForecasts implements ProgressForecasts {

    private final Following following;

    PurchaseForecasts(Following following) {
        this.following = following;
    }

    @Override
    public Mono<ProgressForecast> of(UUID subject) {
        return following
                .look(subject)
                .map(holding -> refund -> holding.left(refund::left).progress());
    }
}
