package org.lfnkr.zabuton.payments.stripe;

import org.lfnkr.zabuton.desk.Comparison;
import org.lfnkr.zabuton.desk.Comparison.Result;
import org.lfnkr.zabuton.desk.Comparison.State;
import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import reactor.core.publisher.Mono;

/** What Today says of Stripe. */
@Configuration(proxyBeanMethods = false)
class StripeConcerns {

    @Bean
    @Order(60)
    Concern unreadNewsConcern(UnreadNotices unread) {
        return Concern.warning(
                "payments.concern.unread",
                Right.SEE_STRIPE_SETTINGS,
                "/desk/payments#unread",
                unread::tally,
                Role.ADMIN,
                Role.FINANCE);
    }

    @Bean
    @Order(40)
    Comparison stripeSettingsComparison(StripeSettingsCheck check) {
        return new Comparison(
                "payments.comparison.settings",
                Right.SEE_STRIPE_SETTINGS,
                "/desk/payments",
                () -> Mono.fromSupplier(() -> settings(check)));
    }

    private static Result settings(StripeSettingsCheck check) {
        return check.last().map(last -> new Result(state(last), last.at())).orElse(Result.NEVER);
    }

    private static State state(StripeSettingsCheck.Result last) {
        if (last.settings().stream().anyMatch(it -> it.state() == StripeSetting.State.DIFFERS)) {
            return State.DIFFERS;
        }
        return last.differing() == 0 ? State.AGREES : State.NOT_COMPARED;
    }
}
