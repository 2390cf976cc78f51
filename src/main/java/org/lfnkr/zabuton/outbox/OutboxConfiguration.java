package org.lfnkr.zabuton.outbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

    private static final Duration POLL = Duration.ofSeconds(5);

    private static final Duration DAY = Duration.ofDays(1);

    /** Handlers change with a start, so the first round hands the past on. */
    @Bean
    Worker outboxPastWorker(Workers workers, Past past) {
        return workers.every(DAY, "outbox-past", past::handOn);
    }

    @Bean
    Worker outboxWorker(Workers workers, Relay relay) {
        return workers.every(POLL, "outbox", relay::drain);
    }
}
