package org.lfnkr.zabuton.supporters;

import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class SupportersConfiguration {

    /** Keys change with a restart, so the first round does it; the others are for stragglers. */
    private static final Duration PAUSE = Duration.ofHours(6);

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);

    @Bean
    Worker keyRotationWorker(Workers workers, KeyRotation rotation) {
        return workers.every(PAUSE, "key-rotation", rotation::renew);
    }

    /** Forgets what is over: sessions, proofs, counted tries, what the law wanted kept. */
    @Bean
    Worker supportersSweepWorker(
            Workers workers, Sessions sessions, Proofs proofs, Tries tries, Retention retention) {
        return workers.every(
                BETWEEN_SWEEPS,
                "supporters-sweep",
                () ->
                        Mono.when(
                                sessions.sweep(),
                                proofs.sweep(),
                                tries.sweep(),
                                retention.sweep()));
    }
}
