package org.lfnkr.zabuton.funds.policies;

import org.lfnkr.zabuton.bookkeeping.FundIncomes;
import org.lfnkr.zabuton.impact.Shares;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;

/** Tries shares on the last twelve months, up to yesterday. */
@Component
class Simulations {

    private final FundIncomes incomes;
    private final Clock clock;

    Simulations(FundIncomes incomes, Clock clock) {
        this.incomes = incomes;
        this.clock = clock;
    }

    Mono<Simulation> of(Shares ofProfit, Shares ofGift) {
        LocalDate today = BusinessDate.of(clock.instant());
        LocalDate from = today.minusYears(1);
        LocalDate until = today.minusDays(1);
        return incomes.between(from, until)
                .collectList()
                .map(it -> Simulation.of(from, until, it, ofProfit, ofGift));
    }
}
