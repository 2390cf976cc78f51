package org.lfnkr.zabuton.stock.alone;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Clock;

/** By how much people moved the stock today whom nobody seconded. */
@Repository
public class MovedAlone {

    private final DatabaseClient database;
    private final Clock clock;

    MovedAlone(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Of one piece, by whomever: counts that held, and pieces that broke or were lost. What came is
     * no part of it: it would make room for as much to go.
     *
     * @return pieces, below 0 where more are gone; the caller has locked the piece
     */
    public Mono<Integer> today(VariantId variant) {
        return database.sql(
                        """
                        select cast(
                            coalesce((select sum(booked) from stock.stocktake
                                where variant_id = :variant and counted_at >= :since and confirmed_by is null), 0)
                            + coalesce((select sum(on_hand) from stock.movement
                                where variant_id = :variant and moved_at >= :since and reason in ('damaged', 'lost')
                                  and form is not null and write_off is null), 0) as integer)
                        """)
                .bind("variant", variant.value())
                .bind(
                        "since",
                        BusinessDate.of(clock.instant())
                                .atStartOfDay(BusinessDate.TOKYO)
                                .toInstant())
                .mapValue(Integer.class)
                .one();
    }
}
