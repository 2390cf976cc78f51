package org.lfnkr.zabuton.funds.policies;

import static java.util.stream.Collectors.toMap;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.ledger.Balance;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.Ledger;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Map;
import java.util.TreeMap;

/** What funds are called. */
@Component
class FundNames {

    private final Ledger ledger;

    FundNames(Ledger ledger) {
        this.ledger = ledger;
    }

    /** In the order in which yen are shared out. */
    Mono<Map<Fund, Bilingual>> all() {
        return ledger.funds()
                .collect(
                        toMap(
                                it -> new Fund(it.code()),
                                Balance::name,
                                (one, other) -> one,
                                TreeMap::new));
    }
}
