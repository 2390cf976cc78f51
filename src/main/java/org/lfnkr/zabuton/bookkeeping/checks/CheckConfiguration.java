package org.lfnkr.zabuton.bookkeeping.checks;

import org.lfnkr.zabuton.bookkeeping.checks.NightlyCheckStore.Found;
import org.lfnkr.zabuton.closing.Obstacle;
import org.lfnkr.zabuton.closing.Snapshots;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** The check of each night, and that no month is closed while it finds something. */
@Configuration(proxyBeanMethods = false)
class CheckConfiguration {

    @Bean
    NightlyCheck nightlyCheck(
            NightlyCheckStore store,
            Ledger ledger,
            Integrity integrity,
            BalanceChecks balance,
            BankChecks bank,
            Snapshots snapshots,
            Clock clock) {
        Mono<List<String>> violations =
                Mono.defer(
                        () ->
                                ledger.sumUp()
                                        .then(store.sumUp())
                                        .then(all(integrity, balance, bank, snapshots)));
        return new NightlyCheck(store, violations, clock);
    }

    private static Mono<List<String>> all(
            Integrity integrity, BalanceChecks balance, BankChecks bank, Snapshots snapshots) {
        return Flux.concat(
                        integrity.violations(),
                        balance.violations(),
                        bank.violations(),
                        snapshots.violations())
                .concatMapIterable(found -> found)
                .collectList();
    }

    @Bean
    Worker nightlyCheckWorker(Workers workers, NightlyCheck check) {
        return workers.every(Duration.ofMinutes(15), "bookkeeping.check", check::checkDue);
    }

    /** A month is not kept for ever before a night has found that all of it agrees. */
    @Bean
    @Order(70)
    Obstacle nightlyCheckObstacle(NightlyCheckStore checks) {
        return Obstacle.strict(
                "checks",
                "/desk/books",
                until ->
                        checks.last()
                                .map(last -> wrong(last, until))
                                .defaultIfEmpty(1L)
                                .map(count -> new Obstacle.Found(count, null)));
    }

    private static long wrong(Found last, LocalDate until) {
        return BusinessDate.of(last.at()).isAfter(until) ? last.violations().size() : 1;
    }
}
