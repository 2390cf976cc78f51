package org.lfnkr.zabuton.kernel;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Duration;

/** Whether the database answers now; one that hangs is down. */
@Component("databaseHealthIndicator")
class DatabaseHealth implements ReactiveHealthIndicator {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final DatabaseClient database;

    DatabaseHealth(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Health> health() {
        return database.sql("select 1")
                .fetch()
                .rowsUpdated()
                .timeout(LIMIT)
                .thenReturn(Health.up().build())
                .onErrorReturn(Health.down().build());
    }
}
