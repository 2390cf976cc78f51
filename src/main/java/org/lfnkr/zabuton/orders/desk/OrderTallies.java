package org.lfnkr.zabuton.orders.desk;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Tally;
import org.lfnkr.zabuton.orders.pieces.Restocking;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.LocalDate;

/** Counts what waits in the lists of {@link OrderDesk} and {@link Restocking}. */
@Repository
class OrderTallies {

    private final DatabaseClient database;

    OrderTallies(DatabaseClient database) {
        this.database = database;
    }

    /** Those that are paid and were placed on that day in Tokyo or later. */
    Mono<Tally> paid(LocalDate from) {
        return database.sql(
                        """
                        select count(*) as count, min(placed_at) as oldest,
                               cast(coalesce(sum(total), 0) as bigint) as yen
                          from orders.orders
                         where status = 'PAID' and placed_at >= :from
                        """)
                .bind("from", from.atStartOfDay(BusinessDate.TOKYO).toInstant())
                .map(Tally::ofMoney)
                .one();
    }

    Mono<Tally> held() {
        return database.sql(
                        """
                        select count(*) as count, min(placed_at) as oldest,
                               cast(coalesce(sum(total), 0) as bigint) as yen
                          from orders.orders
                         where status = 'HELD'
                        """)
                .map(Tally::ofMoney)
                .one();
    }

    /** The bank asks about them. */
    Mono<Tally> disputed() {
        return database.sql(
                        """
                        select count(*) as count, min(placed_at) as oldest,
                               cast(coalesce(sum(total), 0) as bigint) as yen
                          from orders.orders
                         where disputed and status in ('PAID', 'HELD')
                        """)
                .map(Tally::ofMoney)
                .one();
    }

    /** Those whose konbini code ends on that day in Tokyo. */
    Mono<Tally> ending(LocalDate day) {
        return database.sql(
                        """
                        select count(*) as count, min(placed_at) as oldest,
                               cast(coalesce(sum(total), 0) as bigint) as yen
                          from orders.orders
                         where status = 'AWAITING_KONBINI' and pay_by >= :from and pay_by < :until
                        """)
                .bind("from", day.atStartOfDay(BusinessDate.TOKYO).toInstant())
                .bind("until", day.plusDays(1).atStartOfDay(BusinessDate.TOKYO).toInstant())
                .map(Tally::ofMoney)
                .one();
    }

    /** Orders whose pieces wait for a decision. */
    Mono<Tally> pieces() {
        return database.sql(
                        """
                        select count(*) as count, min(asked_at) as oldest from orders.restocking
                         where decided_at is null
                        """)
                .map(Tally::of)
                .one();
    }
}
