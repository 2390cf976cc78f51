package org.lfnkr.zabuton.payments.plans.processing;

import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.CustomerProvider;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.net.URI;

/** Opens the page on which the payer of a plan leaves another card. */
@Component
class CardPage {

    private final CustomerProvider customers;
    private final PlanStore plans;

    CardPage(CustomerProvider customers, PlanStore plans) {
        this.customers = customers;
        this.plans = plans;
    }

    Mono<Opening> open(PlanId id, URI returnUrl) {
        return plans.find(id).flatMap(plan -> open(plan, returnUrl));
    }

    private Mono<Opening> open(Plan plan, URI returnUrl) {
        String customer = plan.customer();
        return customer == null || plan.status().isOver()
                ? Mono.just(new Opening.Closed(plan.status().asPayment()))
                : customers.cardPage(customer, plan.language(), returnUrl).map(CardPage::opening);
    }

    private static Opening opening(Answer<URI> answer) {
        return switch (answer) {
            case Answer.Known<URI>(URI page) -> new Opening.Open(page);
            case Answer.Refused<URI>(String code) -> new Opening.Rejected(code);
            default -> new Opening.Pending();
        };
    }
}
