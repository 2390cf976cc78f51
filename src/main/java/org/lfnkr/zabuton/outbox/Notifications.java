package org.lfnkr.zabuton.outbox;

import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import java.time.Duration;

/**
 * Tells every node that something is new, by PostgreSQL's notifications. They may be lost while a
 * connection is down, so whoever listens must also look by itself from time to time.
 */
@Component
public class Notifications {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DatabaseClient database;
    private final Flux<String> topics;

    Notifications(ConnectionFactory connections, DatabaseClient database) {
        this.database = database;
        this.topics = listen(driver(connections)).share();
    }

    /** Heard by every node once the caller's transaction commits. */
    public Mono<Void> publish(String topic) {
        return database.sql("select pg_notify('zabuton', :topic)").bind("topic", topic).then();
    }

    /** Emits the topic each time it is published, by any node; reconnects for ever. */
    public Flux<String> on(String topic) {
        return topics.filter(topic::equals);
    }

    /** A listener keeps its connection, so it takes none from the pool. */
    private static ConnectionFactory driver(ConnectionFactory factory) {
        return factory instanceof Wrapped<?> wrapped
                        && wrapped.unwrap() instanceof ConnectionFactory inner
                ? driver(inner)
                : factory;
    }

    private static Flux<String> listen(ConnectionFactory driver) {
        return Flux.usingWhen(
                        Mono.from(driver.create()).cast(PostgresqlConnection.class),
                        Notifications::notifications,
                        PostgresqlConnection::close)
                .repeatWhen(ended -> ended.delayElements(PAUSE))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, PAUSE).maxBackoff(PAUSE.multipliedBy(30)));
    }

    private static Flux<String> notifications(PostgresqlConnection connection) {
        return connection
                .createStatement("listen zabuton")
                .execute()
                .thenMany(connection.getNotifications())
                .mapNotNull(Notification::getParameter);
    }
}
