package org.lfnkr.zabuton.banking.reading;

import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(6);

    @Bean
    Worker bankRetentionWorker(Workers workers, BankRetention retention) {
        return workers.every(
                BETWEEN_SWEEPS, "banking-sweep", () -> retention.follow().then(retention.sweep()));
    }
}
