package org.lfnkr.zabuton.impact;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.Ledger;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;

/**
 * What funds still need, from the books. That two people decided on a target, the caller sees to;
 * that it begins on a day to come, the database checks.
 */
@Service
public class FundTargets {

    private final FundTargetStore store;
    private final Ledger ledger;
    private final Clock clock;

    FundTargets(FundTargetStore store, Ledger ledger, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** All versions, by fund, the latest first day first. */
    public Flux<FundTarget> all() {
        return store.all();
    }

    /** What a fund needs today; empty where it takes all that comes. */
    public Mono<FundNeed> need(Fund fund) {
        return store.inForce(fund, BusinessDate.of(clock.instant())).flatMap(this::counted);
    }

    /** The same of all funds of which something is said, in the order of their codes. */
    public Flux<FundNeed> needs() {
        return store.inForce(BusinessDate.of(clock.instant())).concatMap(this::counted);
    }

    private Mono<FundNeed> counted(FundTarget rule) {
        return received(rule).mapNotNull(received -> FundNeed.of(rule, received));
    }

    /** What counts toward a target, whether it has begun or not, in yen. */
    public Mono<Money> received(FundTarget rule) {
        FundTarget.Need need = rule.need();
        return need == null
                ? Mono.just(Money.ZERO)
                : ledger.received(rule.fund(), need.since()).map(sum -> sum.max(Money.ZERO));
    }

    /** Has whoever else decides on targets wait, until the end of the caller's transaction. */
    @Transactional
    public Mono<Void> hold() {
        return store.hold();
    }

    /** Adds a version, in the caller's transaction. */
    @Transactional
    public Mono<Void> add(FundTarget target) {
        return store.add(target, clock.instant());
    }
}
