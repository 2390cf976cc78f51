package org.lfnkr.zabuton.giving.hand;

import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** Single gifts that were wished for here and not paid, whose money may come over the bank. */
@Repository
class TransferStore {

    private static final int MOST = 50;

    private final DatabaseClient database;

    TransferStore(DatabaseClient database) {
        this.database = database;
    }

    Flux<PledgeId> called(Collection<String> references) {
        return database.sql(
                        """
                        select id from giving.pledge
                        where reference = any(:references) and frequency = 'ONCE'
                          and (status in ('AWAITING_PAYMENT', 'ENDED')
                               or exists (select from giving.transfer_undo
                                          where pledge = pledge.id and given_again is null))
                        """)
                .bind("references", references.toArray(String[]::new))
                .mapValue(UUID.class)
                .all()
                .map(PledgeId::new);
    }

    /** With its row locked for this transaction, whether a wish waits for another row. */
    Mono<Boolean> waitsAgain(PledgeId pledge) {
        return database.sql(
                        """
                        select refund from giving.transfer_undo
                        where pledge = :pledge and given_again is null for update
                        """)
                .bind("pledge", pledge.value())
                .mapValue(UUID.class)
                .one()
                .hasElement();
    }

    Mono<Void> undo(RefundId refund, PledgeId pledge, Instant at) {
        return database.sql(
                        """
                        insert into giving.transfer_undo (refund, pledge, undone_at)
                        values (:refund, :pledge, :at)
                        """)
                .bind("refund", refund.value())
                .bind("pledge", pledge.value())
                .bind("at", at)
                .then();
    }

    Mono<Void> setGivenAgain(PledgeId pledge, PaymentId payment) {
        return database.sql(
                        """
                        update giving.transfer_undo set given_again = :payment
                        where pledge = :pledge and given_again is null
                        """)
                .bind("payment", payment.value())
                .bind("pledge", pledge.value())
                .then();
    }

    Flux<PledgeId> of(Money sum, Instant since) {
        return database.sql(
                        """
                        (select id from giving.pledge
                         where gift + cover = :yen and made_at >= :since and frequency = 'ONCE'
                           and status in ('AWAITING_PAYMENT', 'ENDED')
                         order by made_at desc limit :most)
                        union all
                        (select p.id from giving.transfer_undo u join giving.pledge p on p.id = u.pledge
                         where u.given_again is null and p.gift + p.cover = :yen
                         order by u.undone_at desc limit :most)
                        """)
                .bind("yen", sum.yen())
                .bind("since", since)
                .bind("most", MOST)
                .mapValue(UUID.class)
                .all()
                .map(PledgeId::new);
    }
}
