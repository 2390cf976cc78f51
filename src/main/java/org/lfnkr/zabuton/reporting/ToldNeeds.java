package org.lfnkr.zabuton.reporting;

import org.lfnkr.zabuton.impact.FundTarget;
import org.lfnkr.zabuton.impact.FundTargets;
import org.lfnkr.zabuton.ledger.Fund;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the funds still need that have a target or are closed, as reports may tell it. */
@Component
class ToldNeeds {

    private final FundTargets targets;
    private final ReportStore store;

    ToldNeeds(FundTargets targets, ReportStore store) {
        this.targets = targets;
        this.store = store;
    }

    /**
     * @param reports for everybody; a fund of which nothing is told yet is needed all the same
     */
    Mono<List<ToldNeed>> of(List<FundReport> reports) {
        Map<Fund, List<Shown>> months =
                reports.stream()
                        .collect(Collectors.toMap(it -> it.fund().fund(), FundReport::months));
        return store.funds()
                .collectMap(FundName::fund, Function.identity())
                .flatMap(
                        names ->
                                targets.inForce()
                                        .map(rule -> of(rule, names, months))
                                        .collectList());
    }

    private static ToldNeed of(
            FundTarget rule, Map<Fund, FundName> names, Map<Fund, List<Shown>> months) {
        return ToldNeed.of(
                Objects.requireNonNull(names.get(rule.fund())),
                rule,
                Objects.requireNonNull(names.get(Objects.requireNonNull(rule.instead()))),
                months.getOrDefault(rule.fund(), List.of()));
    }
}
