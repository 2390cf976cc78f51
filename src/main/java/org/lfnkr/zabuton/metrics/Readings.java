package org.lfnkr.zabuton.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All readings as gauges. The database is asked when somebody looks, and never waited for long. */
@Component
class Readings {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final List<Reading> readings;
    private final Map<String, Double> values = new ConcurrentHashMap<>();

    Readings(List<Reading> readings, MeterRegistry registry) {
        this.readings = List.copyOf(readings);
        readings.forEach(reading -> register(reading, registry));
    }

    /** A second meter of that name would be dropped without a word, and one of them with it. */
    private void register(Reading reading, MeterRegistry registry) {
        if (registry.find(reading.name()).meter() != null) {
            throw new IllegalStateException("Two meters are called " + reading.name());
        }
        Gauge.builder(reading.name(), values, all -> all.getOrDefault(reading.name(), Double.NaN))
                .description(reading.description())
                .register(registry);
    }

    /** What can't be read in time is not a number until it can. */
    Mono<Void> refresh() {
        return Flux.fromIterable(readings)
                .concatMap(
                        reading ->
                                reading.value()
                                        .timeout(LIMIT)
                                        .doOnNext(value -> values.put(reading.name(), value))
                                        .doOnError(error -> values.remove(reading.name()))
                                        .onErrorComplete())
                .then()
                .timeout(LIMIT.multipliedBy(2))
                .onErrorComplete();
    }
}
