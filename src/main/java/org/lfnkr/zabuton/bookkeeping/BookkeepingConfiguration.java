package org.lfnkr.zabuton.bookkeeping;

import io.micrometer.core.instrument.MeterRegistry;

import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

@Configuration(proxyBeanMethods = false)
class BookkeepingConfiguration {

    @Bean
    NightlyCheck nightlyCheck(
            NightlyCheckStore store,
            Ledger ledger,
            Integrity integrity,
            BalanceChecks balance,
            BankChecks bank,
            MeterRegistry meters,
            Clock clock) {
        Mono<List<String>> violations =
                Mono.defer(
                        () ->
                                ledger.sumUp()
                                        .then(store.sumUp())
                                        .then(all(integrity, balance, bank)));
        return new NightlyCheck(store, violations, meters, clock);
    }

    private static Mono<List<String>> all(
            Integrity integrity, BalanceChecks balance, BankChecks bank) {
        return Flux.concat(integrity.violations(), balance.violations(), bank.violations())
                .concatMapIterable(found -> found)
                .collectList();
    }

    @Bean
    Worker nightlyCheckWorker(Workers workers, NightlyCheck check) {
        return workers.every(Duration.ofMinutes(15), "bookkeeping.check", check::checkDue);
    }
}
