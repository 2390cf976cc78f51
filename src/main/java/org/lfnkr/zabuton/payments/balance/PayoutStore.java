package org.lfnkr.zabuton.payments.balance;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.time.Instant;

@Repository
class PayoutStore {

    private static final Duration SOON = Duration.ofMinutes(4);
    private static final Duration LATER = Duration.ofHours(12);

    /** A payout that arrived may still come back within a few working days. */
    private static final Duration MAY_COME_BACK = Duration.ofDays(14);

    private static final String DUE =
            """
            select id from (
                (select line.source as id from payments.balance_line line
                    left join payments.payout p on p.id = line.source
                 where line.kind in ('PAYOUT', 'PAYOUT_BACK') and line.source is not null
                   and (p.id is null or line.seen_at > p.asked_at) limit 20)
                union
                (select id from payments.payout
                 where status in ('pending', 'in_transit') and asked_at < :soon order by asked_at limit 20)
                union
                (select id from payments.payout
                 where automatic and listed_at is null and asked_at < :soon order by asked_at limit 20)
                union
                (select id from payments.payout
                 where created_at > :young and asked_at < :later limit 20)) as due
            limit 40
            """;

    private static final String PUT =
            """
            insert into payments.payout (id, yen, status, automatic, failure, created_at, arrives_on, asked_at)
            values (:id, :yen, :status, :automatic, :failure, :created, :arrives, :now)
            on conflict (id) do update
            set status = excluded.status, failure = excluded.failure, arrives_on = excluded.arrives_on,
                asked_at = excluded.asked_at
            """;

    private final DatabaseClient database;

    PayoutStore(DatabaseClient database) {
        this.database = database;
    }

    /** New ones, those on their way, and those that may come back; forty at most. */
    Flux<String> due(Instant now) {
        return database.sql(DUE)
                .bind("soon", now.minus(SOON))
                .bind("later", now.minus(LATER))
                .bind("young", now.minus(MAY_COME_BACK))
                .mapValue(String.class)
                .all();
    }

    Mono<Void> put(StripePayout payout, Instant now) {
        return database.sql(PUT)
                .bind("id", payout.id())
                .bind("yen", payout.yen())
                .bind("status", payout.status())
                .bind("automatic", payout.automatic())
                .bind("failure", Parameters.in(R2dbcType.VARCHAR, payout.failure()))
                .bind("created", payout.createdAt())
                .bind("arrives", payout.arrivesOn())
                .bind("now", now)
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
