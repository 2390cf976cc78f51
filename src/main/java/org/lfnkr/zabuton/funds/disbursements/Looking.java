package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.bookkeeping.spending.Preview;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;

/** Looks what money a draft would take today. */
@Component
class Looking {

    private final Spending spending;
    private final Clock clock;

    Looking(Spending spending, Clock clock) {
        this.spending = spending;
        this.clock = clock;
    }

    Mono<Preview> preview(Disbursement draft) {
        Plan plan = draft.plan();
        return spending.preview(plan.fund(), plan.yen(), BusinessDate.of(clock.instant()));
    }
}
