package org.lfnkr.zabuton.giving.purposes;

import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.payments.PaymentId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

@Repository
class DestinationStore {

    private static final String FIND =
            "select fund from giving.destination where payment = :payment";

    private static final String ELSEWHERE =
            """
            select went.payment, went.fund from giving.destination went
                join giving.pledge on pledge.id = went.pledge and pledge.fund <> went.fund
            where went.payment = any(:payments)
            """;

    /** Waits for whoever decides on the same payment, and leaves it to them. */
    private static final String ADD =
            """
            insert into giving.destination (payment, pledge, fund, decided_at)
            values (:payment, :pledge, :fund, :at) on conflict (payment) do nothing
            """;

    private final DatabaseClient database;

    DestinationStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Fund> find(PaymentId payment) {
        return database.sql(FIND)
                .bind("payment", payment.value())
                .mapValue(String.class)
                .one()
                .map(Fund::new);
    }

    Mono<Map<PaymentId, Fund>> elsewhere(Collection<PaymentId> payments) {
        return database.sql(ELSEWHERE)
                .bind("payments", payments.stream().map(PaymentId::value).toArray(UUID[]::new))
                .map(
                        row ->
                                Map.entry(
                                        new PaymentId(Row.uuid(row, "payment")),
                                        new Fund(Row.text(row, "fund"))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Void> add(PaymentId payment, PledgeId pledge, Fund fund, Instant at) {
        return database.sql(ADD)
                .bind("payment", payment.value())
                .bind("pledge", pledge.value())
                .bind("fund", fund.code())
                .bind("at", at)
                .then();
    }
}
