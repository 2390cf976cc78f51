package org.lfnkr.zabuton.outbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

    private static final Duration POLL = Duration.ofSeconds(5);

    @Bean
    Worker outboxWorker(Workers workers, Relay relay) {
        return workers.every(POLL, "outbox", relay::drain);
    }
}
