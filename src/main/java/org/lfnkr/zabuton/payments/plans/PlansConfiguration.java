package org.lfnkr.zabuton.payments.plans;

import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class PlansConfiguration {

    @Bean
    Worker wishWorker(Workers workers, WishSender sender) {
        return workers.every(Duration.ofSeconds(30), WishStore.TOPIC, sender::sendDue);
    }

    @Bean
    Worker removalWorker(Workers workers, RemovalSender sender) {
        return workers.every(Duration.ofSeconds(30), RemovalStore.TOPIC, sender::sendDue);
    }

    @Bean
    Worker addressWorker(Workers workers, AddressSender sender) {
        return workers.every(Duration.ofSeconds(30), AddressStore.TOPIC, sender::sendDue);
    }

    @Bean
    Worker planChecks(Workers workers, PlanSweep sweep) {
        return workers.every(Duration.ofMinutes(1), "payments.plans", sweep::checkDue);
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
