package org.lfnkr.zabuton.payments.processing;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.payments.DisputeState;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.settlement.Step;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.util.Map;

@Repository
class DisputeStore {

    private final DatabaseClient database;

    DisputeStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> open(PaymentId payment, Step.OpenDispute dispute) {
        return database.sql(
                        "insert into payments.dispute (stripe_id, payment, amount, state, opened_at)"
                                + " values (:id, :payment, :amount, 'OPEN', :at)")
                .bind("id", dispute.id())
                .bind("payment", payment.value())
                .bind("amount", dispute.amount())
                .bind("at", dispute.at())
                .then();
    }

    Mono<Void> close(String id, DisputeState state) {
        return database.sql("update payments.dispute set state = :state where stripe_id = :id")
                .bind("state", state.name())
                .bind("id", id)
                .then();
    }

    Mono<Map<String, DisputeState>> of(PaymentId payment) {
        return database.sql(
                        "select stripe_id, state from payments.dispute where payment = :payment")
                .bind("payment", payment.value())
                .map(row -> Map.entry(Row.text(row, "stripe_id"), Row.text(row, "state")))
                .all()
                .collectMap(Map.Entry::getKey, entry -> DisputeState.valueOf(entry.getValue()));
    }
}
