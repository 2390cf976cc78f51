package org.lfnkr.zabuton.outbox;

import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
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
 * connection is down: whoever listens is told so once it is up again, and must also look by itself
 * from time to time.
 */
@Component
public class Notifications {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** How long the database may take to answer on the connection that listens. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** Stands for every topic: any may have been missed. */
    private static final String ANY = "*";

    private final DatabaseClient database;
    private final Flux<String> topics;
    private volatile long heard = Long.MIN_VALUE;

    Notifications(ConnectionFactory connections, DatabaseClient database) {
        this.database = database;
        this.topics = listen(driver(connections)).share();
    }

    /** Heard by every node once the caller's transaction commits. */
    public Mono<Void> publish(String topic) {
        return database.sql("select pg_notify('zabuton', :topic)").bind("topic", topic).then();
    }

    /**
     * Emits the topic each time it is published, by any node, and each time that it may have been
     * missed; reconnects for ever.
     */
    public Flux<String> on(String topic) {
        return topics.filter(it -> it.equals(topic) || it.equals(ANY)).map(it -> topic);
    }

    /** Whether all that was published until five seconds ago has arrived here. */
    public boolean isHeard() {
        long last = heard;
        return last != Long.MIN_VALUE && System.nanoTime() - last < PAUSE.plus(PATIENCE).toNanos();
    }

    /** A listener keeps its connection, so it takes none from the pool. */
    private static ConnectionFactory driver(ConnectionFactory factory) {
        return factory instanceof Wrapped<?> wrapped
                        && wrapped.unwrap() instanceof ConnectionFactory inner
                ? driver(inner)
                : factory;
    }

    private Flux<String> listen(ConnectionFactory driver) {
        return Flux.usingWhen(
                        Mono.from(driver.create()).cast(PostgresqlConnection.class),
                        this::notifications,
                        PostgresqlConnection::close)
                .repeatWhen(ended -> ended.delayElements(PAUSE))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, PAUSE).maxBackoff(LONGEST_PAUSE));
    }

    private Flux<String> notifications(PostgresqlConnection connection) {
        return connection
                .createStatement("listen zabuton")
                .execute()
                .thenMany(
                        Flux.merge(
                                Flux.just(ANY),
                                connection
                                        .getNotifications()
                                        .mapNotNull(Notification::getParameter),
                                answers(connection)));
    }

    /**
     * Nothing by itself; an error when the database no longer answers. What was published before an
     * answer has arrived before it.
     */
    private Flux<String> answers(PostgresqlConnection connection) {
        return Flux.interval(PAUSE)
                .onBackpressureDrop()
                .concatMap(
                        i ->
                                connection
                                        .createStatement("select 1")
                                        .execute()
                                        .flatMap(PostgresqlResult::getRowsUpdated)
                                        .then()
                                        .timeout(PATIENCE)
                                        .doOnSuccess(answered -> heard = System.nanoTime()))
                .thenMany(Flux.empty());
    }
}
