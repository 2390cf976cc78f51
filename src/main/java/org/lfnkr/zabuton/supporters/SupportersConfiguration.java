package org.lfnkr.zabuton.supporters;

import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class SupportersConfiguration {

    /** Keys change with a restart, so the first round does it; the others are for stragglers. */
    private static final Duration PAUSE = Duration.ofHours(6);

    @Bean
    Worker keyRotationWorker(Workers workers, KeyRotation rotation) {
        return workers.every(PAUSE, "key-rotation", rotation::renew);
    }
}
