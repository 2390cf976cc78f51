package org.lfnkr.zabuton.metrics;

import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;

/**
 * One figure that is asked for now and then. It has no labels, so nothing of anybody gets into one.
 *
 * @param name as in {@code zabuton.work.parked}; ends with its unit where it has one
 * @param value asks for it, each time it is subscribed to
 */
public record Reading(String name, String description, Mono<Double> value) {

    /**
     * @param statement reads one number; without parameters, and quick however long the shop lives
     */
    public static Reading of(
            String name, String description, DatabaseClient database, String statement) {
        return new Reading(name, description, database.sql(statement).mapValue(Double.class).one());
    }
}
