package org.lfnkr.zabuton.giving.plans;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.giving.pledges.PledgeStore;
import org.lfnkr.zabuton.giving.purposes.Destinations;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.payments.PaymentId;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts to each charge what it funded. */
@Component
class GiftHistory {

    private final Impact impact;
    private final Destinations destinations;
    private final PledgeStore pledges;

    GiftHistory(Impact impact, Destinations destinations, PledgeStore pledges) {
        this.pledges = pledges;
        this.impact = impact;
        this.destinations = destinations;
    }

    Mono<Slice<HistoryLine>> of(Slice<Charge> charges) {
        List<PaymentId> payments = charges.items().stream().map(Charge::payment).toList();
        return Mono.zip(
                        impact.stories(payments.stream().map(PaymentId::value).toList()),
                        destinations.elsewhere(payments),
                        funds(charges.items()))
                .map(it -> new Known(it.getT1(), it.getT2(), it.getT3()))
                .map(
                        known ->
                                charges.with(
                                        charges.items().stream()
                                                .map(charge -> line(charge, known))
                                                .toList()));
    }

    /**
     * @param funds that pledges name: a plan may have been for something else then
     */
    private record Known(
            Map<UUID, ImpactStory> stories,
            Map<PaymentId, Cause> elsewhere,
            Map<PledgeId, Fund> funds) {}

    private Mono<Map<PledgeId, Fund>> funds(List<Charge> charges) {
        return pledges.find(charges.stream().map(Charge::pledge).distinct().toList())
                .collect(toMap(Pledge::id, Pledge::fund));
    }

    private HistoryLine line(Charge charge, Known known) {
        Cause elsewhere = known.elsewhere().get(charge.payment());
        return new HistoryLine(
                charge,
                Cause.of(requireNonNull(known.funds().get(charge.pledge()))).code(),
                known.stories().get(charge.payment().value()),
                elsewhere == null ? null : elsewhere.code());
    }
}
