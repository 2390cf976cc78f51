package org.lfnkr.zabuton.receipts;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.outbox.OutboxEvent;
import org.lfnkr.zabuton.outbox.OutboxHandler;
import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.lfnkr.zabuton.payments.DisputeMoved;
import org.lfnkr.zabuton.payments.PaymentRefunded;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/** What happens to receipts by itself. */
@Configuration(proxyBeanMethods = false)
class ReceiptsConfiguration {

    private static final int BATCH = 200;

    @Bean
    OutboxHandler<PaymentRefunded> refundedReceipts(Receipts receipts) {
        return new Follower<>(
                "receipts.refund",
                PaymentRefunded.class,
                event -> receipts.moneyWentBack(event.paymentId()));
    }

    /** What a dispute gives back needs no receipt to be voided. */
    @Bean
    OutboxHandler<DisputeMoved> disputedReceipts(Receipts receipts) {
        return new Follower<>(
                "receipts.dispute",
                DisputeMoved.class,
                event ->
                        event.amount() < 0
                                ? receipts.moneyWentBack(event.paymentId())
                                : Mono.empty());
    }

    private record Follower<E extends OutboxEvent>(
            String name, Class<E> event, Function<E, Mono<Void>> step) implements OutboxHandler<E> {

        @Override
        public Mono<Void> handle(E happened) {
            return step.apply(happened);
        }
    }

    @Bean
    Worker oldReceipts(
            Workers workers,
            ReceiptStore store,
            Vault vault,
            TransactionalOperator transaction,
            Clock clock) {
        return workers.every(
                Duration.ofHours(1),
                "receipts.old",
                () ->
                        store.destroyOver(BusinessDate.of(clock.instant()), BATCH)
                                .concatMap(subject -> vault.erase(subject).thenReturn(subject))
                                .count()
                                .as(transaction::transactional));
    }
}
