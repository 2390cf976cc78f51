package org.lfnkr.zabuton.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;

import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.boot.health.contributor.Status;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import java.time.Duration;

class DatabaseHealthTests {

    /** Gives nobody a connection, and doesn't say so either. */
    private static final class Hanging implements ConnectionFactory {

        @Override
        public Publisher<? extends Connection> create() {
            return Mono.never();
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return () -> "PostgreSQL";
        }
    }

    @Test
    void saysNoWithinTwoSecondsWhenTheDatabaseHangs() {
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        DatabaseHealth health = new DatabaseHealth(DatabaseClient.create(new Hanging()), time);

        StepVerifier.create(health.health())
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(2)))
                .assertNext(found -> assertThat(found.getStatus()).isEqualTo(Status.DOWN))
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }
}
