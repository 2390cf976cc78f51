package org.lfnkr.zabuton.payments.balance;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;

@Repository
class PayoutStore {

    private static final String PUT =
            """
            insert into payments.payout (id, yen, status, automatic, failure, created_at, arrives_on)
            values (:id, :yen, :status, :automatic, :failure, :created, :arrives)
            on conflict (id) do update
            set status = excluded.status, failure = excluded.failure, arrives_on = excluded.arrives_on
            """;

    private final DatabaseClient database;

    PayoutStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> put(StripePayout payout) {
        return database.sql(PUT)
                .bind("id", payout.id())
                .bind("yen", payout.yen())
                .bind("status", payout.status())
                .bind("automatic", payout.automatic())
                .bind("failure", Parameters.in(R2dbcType.VARCHAR, payout.failure()))
                .bind("created", payout.createdAt())
                .bind("arrives", payout.arrivesOn())
                .then();
    }

    Mono<Boolean> isUnlisted(String payout) {
        return database.sql("select listed_at is null from payments.payout where id = :id")
                .bind("id", payout)
                .mapValue(Boolean.class)
                .one();
    }

    /** The payout's own line is in the list as well; it is none of those that it carried. */
    Mono<Void> assign(String payout, LinePage page) {
        return database.sql(
                        """
                        update payments.balance_line set payout = :payout
                        where id = any(:lines) and payout is null
                          and not (kind = 'PAYOUT' and source = :payout)
                        """)
                .bind("payout", payout)
                .bind("lines", page.lines().stream().map(StripeLine::id).toArray(String[]::new))
                .then();
    }

    Mono<Void> listed(String payout, Instant now) {
        return database.sql("update payments.payout set listed_at = :now where id = :id")
                .bind("id", payout)
                .bind("now", now)
                .then();
    }
}
