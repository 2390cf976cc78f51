package org.lfnkr.zabuton.receipts;

import org.lfnkr.zabuton.giving.ChargeCorrected;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.outbox.OutboxHandler;
import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;

/** What happens to receipts by itself. */
@Configuration(proxyBeanMethods = false)
class ReceiptsConfiguration {

    private static final int BATCH = 200;

    /** Told by gifts, not by payments: by then a receipt that is made anew has the new sum. */
    @Bean
    OutboxHandler<ChargeCorrected> correctedReceipts(Receipts receipts) {
        return new Correction(receipts);
    }

    private record Correction(Receipts receipts) implements OutboxHandler<ChargeCorrected> {

        @Override
        public String name() {
            return "receipts.correction";
        }

        @Override
        public Class<ChargeCorrected> event() {
            return ChargeCorrected.class;
        }

        @Override
        public Mono<Void> handle(ChargeCorrected corrected) {
            return receipts.correct(corrected.paymentId(), corrected.corrections());
        }
    }

    @Bean
    Worker receiptPrinting(Workers workers, Printing printing) {
        return workers.of(printing);
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
