package org.lfnkr.zabuton.giving.hand;

import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.kernel.Money;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;

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
                          and status in ('AWAITING_PAYMENT', 'ENDED')
                        """)
                .bind("references", references.toArray(String[]::new))
                .mapValue(UUID.class)
                .all()
                .map(PledgeId::new);
    }

    Flux<PledgeId> of(Money sum, Instant since) {
        return database.sql(
                        """
                        select id from giving.pledge
                        where gift + cover = :yen and made_at >= :since and frequency = 'ONCE'
                          and status in ('AWAITING_PAYMENT', 'ENDED')
                        order by made_at desc limit :most
                        """)
                .bind("yen", sum.yen())
                .bind("since", since)
                .bind("most", MOST)
                .mapValue(UUID.class)
                .all()
                .map(PledgeId::new);
    }
}
