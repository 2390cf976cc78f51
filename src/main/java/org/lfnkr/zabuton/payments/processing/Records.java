package org.lfnkr.zabuton.payments.processing;

import org.lfnkr.zabuton.payments.Payment;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.settlement.Recorded;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.util.Set;
import java.util.stream.Collectors;

/** Gathers all that is recorded of a payment, with its row locked for this transaction. */
@Repository
class Records {

    private final DatabaseClient database;
    private final PaymentStore payments;
    private final RefundStore refunds;
    private final DisputeStore disputes;

    Records(
            DatabaseClient database,
            PaymentStore payments,
            RefundStore refunds,
            DisputeStore disputes) {
        this.database = database;
        this.payments = payments;
        this.refunds = refunds;
        this.disputes = disputes;
    }

    /** Empty when the payment is not ours. */
    Mono<Recorded> lock(PaymentId id) {
        return payments.lock(id).flatMap(this::gather);
    }

    private Mono<Recorded> gather(Payment payment) {
        PaymentId id = payment.id();
        return Mono.zip(refunds.of(id).collectList(), disputes.of(id), movements(id))
                .map(all -> new Recorded(payment, all.getT1(), all.getT2(), all.getT3()));
    }

    private Mono<Set<String>> movements(PaymentId id) {
        return database.sql("select balance_transaction from payments.movement where payment = :id")
                .bind("id", id.value())
                .mapValue(String.class)
                .all()
                .collect(Collectors.toUnmodifiableSet());
    }
}
