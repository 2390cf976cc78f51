package org.lfnkr.zabuton.funds.disbursements.drafts;

import java.util.List;
import java.util.Optional;

/** What a draft chooses from. */
public record Choices(List<PayingFund> funds, List<Outcome> outcomes) {

    Optional<PayingFund> fund(String code) {
        return funds.stream().filter(it -> it.fund().code().equals(code)).findFirst();
    }

    Optional<Outcome> outcome(String code) {
        return outcomes.stream().filter(it -> it.code().equals(code)).findFirst();
    }
}
