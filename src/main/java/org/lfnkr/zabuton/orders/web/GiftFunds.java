package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.impact.AllocationPolicy;
import org.lfnkr.zabuton.impact.FundNeed;
import org.lfnkr.zabuton.impact.FundTargets;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.ledger.Balance;
import org.lfnkr.zabuton.ledger.Ledger;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Says before a gift is added to an order that what it is for is full or closed. Such a gift goes
 * where the policy says, as the profit does; whoever would rather choose gives without an order.
 */
@Component
class GiftFunds {

    private final Impact impact;
    private final FundTargets targets;
    private final Ledger ledger;
    private final Clock clock;

    GiftFunds(Impact impact, FundTargets targets, Ledger ledger, Clock clock) {
        this.impact = impact;
        this.targets = targets;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A fund of gifts in orders that takes no other gifts now.
     *
     * @param state {@code full} or {@code closed}; names a message
     */
    record Shut(Bilingual name, String state) {}

    /** None where all take gifts. */
    Mono<List<Shut>> shut() {
        return targets.needs()
                .filter(need -> !need.takes())
                .collectList()
                .flatMap(needs -> needs.isEmpty() ? Mono.just(List.of()) : ofGifts(needs));
    }

    private Mono<List<Shut>> ofGifts(List<FundNeed> needs) {
        return Mono.zip(
                impact.policy(BusinessDate.of(clock.instant())),
                ledger.funds().collectMap(Balance::code, Balance::name),
                (policy, names) -> shut(policy, needs, names));
    }

    private static List<Shut> shut(
            AllocationPolicy policy, List<FundNeed> needs, Map<String, Bilingual> names) {
        return needs.stream()
                .filter(need -> policy.ofGift().parts().containsKey(need.rule().fund()))
                .map(need -> new Shut(name(names, need), need.state()))
                .toList();
    }

    private static Bilingual name(Map<String, Bilingual> names, FundNeed need) {
        return Objects.requireNonNull(names.get(need.rule().fund().code()));
    }
}
