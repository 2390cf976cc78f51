package org.lfnkr.zabuton.funds.outcomes;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.bookkeeping.Lot;
import org.lfnkr.zabuton.bookkeeping.RefundForecast;
import org.lfnkr.zabuton.bookkeeping.spending.ProgressForecast;
import org.lfnkr.zabuton.bookkeeping.spending.ProgressForecasts;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.impact.Progress;
import org.lfnkr.zabuton.kernel.Money;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Map;
import java.util.UUID;

/** Foresees by the very rule that {@link Following} writes by. */
@Component
class PurchaseForecasts implements ProgressForecasts {

    private final Following following;
    private final Spending spending;

    PurchaseForecasts(Following following, Spending spending) {
        this.following = following;
        this.spending = spending;
    }

    @Override
    public Mono<ProgressForecast> of(UUID subject) {
        return Mono.zip(
                following.look(subject),
                spending.lotsOfSubject(subject),
                (holding, lots) -> refund -> after(holding, lots, refund));
    }

    private static Progress after(Holding holding, Map<Long, Lot> lots, RefundForecast refund) {
        return holding.left(lot -> left(lots.get(lot), refund)).progress();
    }

    private static Money left(@Nullable Lot lot, RefundForecast refund) {
        return lot == null ? Money.ZERO : refund.left(lot);
    }
}
