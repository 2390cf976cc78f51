package org.lfnkr.zabuton.bookkeeping;

import io.micrometer.core.instrument.MeterRegistry;

import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class BookkeepingConfiguration {

    @Bean
    NightlyCheck nightlyCheck(
            NightlyCheckStore store, Integrity integrity, MeterRegistry meters, Clock clock) {
        return new NightlyCheck(store, Mono.defer(integrity::violations), meters, clock);
    }

    @Bean
    Worker nightlyCheckWorker(Workers workers, NightlyCheck check) {
        return workers.every(Duration.ofMinutes(15), "bookkeeping.check", check::checkDue);
    }
}
