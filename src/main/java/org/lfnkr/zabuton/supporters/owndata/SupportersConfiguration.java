package org.lfnkr.zabuton.supporters.owndata;

import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.lfnkr.zabuton.vault.KeyUpkeep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class SupportersConfiguration {

    /** Keys change with a restart, so the first round does it; the others are for stragglers. */
    private static final Duration PAUSE = Duration.ofHours(6);

    /** An erased person's key outlives the erasure no longer than this. */
    private static final Duration BETWEEN_DESTRUCTIONS = Duration.ofSeconds(20);

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);

    @Bean
    Worker keyRotationWorker(Workers workers, KeyRotation rotation) {
        return workers.every(PAUSE, "key-rotation", rotation::renew);
    }

    @Bean
    Worker keyDestructionWorker(Workers workers, KeyUpkeep keys) {
        return workers.every(
                BETWEEN_DESTRUCTIONS,
                "key-destruction",
                () -> keys.endDays().then(keys.destroyKeys()));
    }

    /** A database is brought back from a copy before a start, so the first round does it. */
    @Bean
    Worker restoredCopyWorker(Workers workers, RestoredCopy restored) {
        return workers.every(PAUSE, "restored-copy", restored::eraseAgain);
    }

    /**
     * Forgets what is over: sessions, proofs, counted tries, revocable changes, what the law
     * wanted.
     */
    @Bean
    Worker supportersSweepWorker(Workers workers, Forgetting forgetting) {
        return workers.every(BETWEEN_SWEEPS, "supporters-sweep", forgetting::sweep);
    }
}
