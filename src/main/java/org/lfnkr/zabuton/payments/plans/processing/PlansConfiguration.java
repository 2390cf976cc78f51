package org.lfnkr.zabuton.payments.plans.processing;

import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class PlansConfiguration {

    @Bean
    Worker wishWorker(Workers workers, WishSender sender) {
        return workers.of(sender);
    }

    @Bean
    Worker removalWorker(Workers workers, RemovalSender sender) {
        return workers.of(sender);
    }

    @Bean
    Worker addressWorker(Workers workers, AddressSender sender) {
        return workers.of(sender);
    }

    @Bean
    Worker planChecks(Workers workers, PlanSweep sweep) {
        return workers.of(sweep);
    }

    @Bean
    Worker cardChecks(Workers workers, PlanSweep sweep) {
        return workers.every(Duration.ofHours(1), "payments.cards", sweep::tellExpiring);
    }

    @Bean
    Worker unpaidPlans(Workers workers, PlanSweep sweep) {
        return workers.every(Duration.ofHours(1), "payments.unpaid", sweep::giveUp);
    }
}
