package org.lfnkr.zabuton.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.support.Await;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class ReadingsTests {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void aReadingIsAsItWasWhenSomebodyLooked() {
        AtomicInteger asked = new AtomicInteger();
        Readings readings =
                new Readings(
                        List.of(reading(Mono.fromSupplier(() -> (double) asked.incrementAndGet()))),
                        registry);

        Await.done(readings.refresh());

        assertThat(registry.get("zabuton.eggs").gauge().value()).isEqualTo(1);
    }

    @Test
    void aReadingThatFailsIsNoNumber() {
        Readings readings =
                new Readings(List.of(reading(Mono.error(new IllegalStateException()))), registry);

        Await.done(readings.refresh());

        assertThat(registry.get("zabuton.eggs").gauge().value()).isNaN();
    }

    @Test
    void oneNameIsOneMeter() {
        registry.counter("zabuton.eggs");

        assertThatThrownBy(() -> new Readings(List.of(reading(Mono.just(1.0))), registry))
                .hasMessageContaining("zabuton.eggs");
    }

    private static Reading reading(Mono<Double> value) {
        return new Reading("zabuton.eggs", "How many there are", value);
    }
}
