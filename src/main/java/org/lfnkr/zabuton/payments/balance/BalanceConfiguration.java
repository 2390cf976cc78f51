package org.lfnkr.zabuton.payments.balance;

import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BalanceConfiguration {

    @Bean
    Worker balanceWorker(Workers workers, BalanceReading reading) {
        return workers.of(reading);
    }

    @Bean
    Worker payoutWorker(Workers workers, PayoutFollowing following) {
        return workers.of(following);
    }

    @Bean
    Worker ownerWorker(Workers workers, OwnerSearch search) {
        return workers.of(search);
    }
}
