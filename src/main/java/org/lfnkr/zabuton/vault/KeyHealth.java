package org.lfnkr.zabuton.vault;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import java.time.Duration;

/**
 * Whether the key directory is there now, and takes new keys: without it nobody can order or be
 * read. A disk that hangs is down.
 */
@Component("keysHealthIndicator")
class KeyHealth implements ReactiveHealthIndicator {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final KeyFiles files;

    KeyHealth(KeyDirectory directory) {
        this.files = directory.files();
    }

    @Override
    public Mono<Health> health() {
        return Mono.fromCallable(files::isUsable)
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(LIMIT)
                .map(usable -> (usable ? Health.up() : Health.down()).build())
                .onErrorReturn(Health.down().build());
    }
}
