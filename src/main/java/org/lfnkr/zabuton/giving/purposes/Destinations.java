package org.lfnkr.zabuton.giving.purposes;

import static java.util.stream.Collectors.toMap;

import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.impact.FundNeed;
import org.lfnkr.zabuton.impact.FundTargets;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.payments.PaymentId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Says where gifts go, before they are given and when their money comes. */
@Service
public class Destinations {

    private final FundTargets targets;
    private final DestinationStore store;
    private final Clock clock;

    Destinations(FundTargets targets, DestinationStore store, Clock clock) {
        this.targets = targets;
        this.store = store;
        this.clock = clock;
    }

    /** Where a gift goes that is given now. */
    public Mono<Destination> of(Cause cause) {
        return targets.need(cause.fund())
                .map(need -> new Destination(cause, need))
                .defaultIfEmpty(new Destination(cause, null));
    }

    /**
     * The fund of a payment under a pledge. Whoever asks first decides it, in their transaction;
     * the books and the thanks are never of two minds. A gift that reaches the target still goes to
     * the fund whole.
     */
    @Transactional
    public Mono<Fund> of(Pledge pledge, PaymentId payment) {
        Fund instead = pledge.instead();
        return instead == null
                ? Mono.just(pledge.fund())
                : store.find(payment)
                        .switchIfEmpty(Mono.defer(() -> decide(pledge, instead, payment)));
    }

    private Mono<Fund> decide(Pledge pledge, Fund instead, PaymentId payment) {
        return targets.need(pledge.fund())
                .map(FundNeed::takes)
                .defaultIfEmpty(true)
                .map(takes -> takes ? pledge.fund() : instead)
                .flatMap(fund -> store.add(payment, pledge.id(), fund, clock.instant()))
                .then(Mono.defer(() -> store.find(payment)));
    }

    /** Where a payment went that its pledge did not name; empty where it went there. */
    public Mono<Cause> elsewhere(PaymentId payment) {
        return elsewhere(List.of(payment)).mapNotNull(all -> all.get(payment));
    }

    /** The same of several; those that went where their pledge said are not in it. */
    public Mono<Map<PaymentId, Cause>> elsewhere(Collection<PaymentId> payments) {
        return store.elsewhere(payments)
                .map(
                        all ->
                                all.entrySet().stream()
                                        .collect(
                                                toMap(
                                                        Map.Entry::getKey,
                                                        it -> Cause.of(it.getValue()))));
    }
}
