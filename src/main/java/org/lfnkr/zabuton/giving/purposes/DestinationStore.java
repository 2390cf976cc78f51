package org.lfnkr.zabuton.giving.purposes;

import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.payments.PaymentId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;

@Repository
class DestinationStore {

    private static final String FIND =
            "select fund from giving.destination where payment = :payment";

    private static final String ELSEWHERE =
            """
            select went.fund from giving.destination went
                join giving.pledge on pledge.id = went.pledge and pledge.fund <> went.fund
            where went.payment = :payment
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
        return fund(FIND, payment);
    }

    Mono<Fund> elsewhere(PaymentId payment) {
        return fund(ELSEWHERE, payment);
    }

    private Mono<Fund> fund(String sql, PaymentId payment) {
        return database.sql(sql)
                .bind("payment", payment.value())
                .mapValue(String.class)
                .one()
                .map(Fund::new);
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
