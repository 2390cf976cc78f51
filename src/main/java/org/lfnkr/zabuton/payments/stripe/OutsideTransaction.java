package org.lfnkr.zabuton.payments.stripe;

import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionContextManager;

import reactor.core.publisher.Mono;

/**
 * Keeps remote calls out of transactions, where a slow Stripe would hold locks and connections, and
 * a rollback would forget what was done there.
 */
final class OutsideTransaction {

    private OutsideTransaction() {}

    static <T> Mono<T> only(Mono<T> call) {
        return TransactionContextManager.currentContext()
                .hasElement()
                .onErrorReturn(NoTransactionException.class, false)
                .flatMap(
                        inside ->
                                inside
                                        ? Mono.error(
                                                new IllegalStateException(
                                                        "Stripe must not be called inside a transaction"))
                                        : call);
    }
}
