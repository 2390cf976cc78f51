package org.lfnkr.zabuton.outbox;

import org.lfnkr.zabuton.metrics.Reading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** Work that nobody does, for whoever watches. */
@Configuration(proxyBeanMethods = false)
class OutboxReadings {

    @Bean
    Reading parkedWorkReading(DatabaseClient database) {
        return Reading.of(
                "zabuton.work.parked",
                "Pieces of work that failed for too long and wait for staff",
                database,
                """
                select count(*)::float8 from outbox.parked
                """);
    }

    @Bean
    Reading outboxLagReading(DatabaseClient database) {
        return Reading.of(
                "zabuton.outbox.lag.seconds",
                "Age of the oldest event that a handler has not taken",
                database,
                """
                select coalesce(extract(epoch from now() - min(since)), 0)::float8
                from outbox.delivery where done_at is null and parked_at is null
                """);
    }
}
