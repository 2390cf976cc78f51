package org.lfnkr.zabuton.kernel;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import java.time.Duration;

/** Whether the database answers now and takes writes; one that hangs, or only reads, is down. */
@Component("databaseHealthIndicator")
class DatabaseHealth implements ReactiveHealthIndicator {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    /** No while it is a replica, or was set to read only, as hosts do when a disk is full. */
    private static final String WRITES =
            "select not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off'";

    private final DatabaseClient database;
    private final Scheduler timer;

    @Autowired
    DatabaseHealth(DatabaseClient database) {
        this(database, Schedulers.parallel());
    }

    DatabaseHealth(DatabaseClient database, Scheduler timer) {
        this.database = database;
        this.timer = timer;
    }

    @Override
    public Mono<Health> health() {
        return database.sql(WRITES)
                .mapValue(Boolean.class)
                .one()
                .timeout(LIMIT, timer)
                .map(writes -> (writes ? Health.up() : Health.down()).build())
                .onErrorReturn(Health.down().build());
    }
}
