package org.lfnkr.zabuton.banking.reading;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;

import org.lfnkr.zabuton.banking.files.FileRow;
import org.lfnkr.zabuton.banking.files.Joining;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

@Repository
class RowStore {

    private static final String ADD =
            """
            insert into banking.row (id, account, file, place, line, day, yen, balance, sort)
            values (:id, :account, :file, :place, :line, :day, :yen, :balance, :sort)
            """;

    private static final String KNOWN =
            """
            with known as not materialized (
                select place, day, yen, balance from banking.row where account = :account and balance is not null)
            select day, yen, balance
            from (select * from known where day between :from and :until
                  union (select * from known where day < :from order by day desc, place desc limit 1)
                  union (select * from known where day > :until order by day, place limit 1)
                  union (select * from known order by place limit 1)
                  union (select * from known order by place desc limit 1)) as near
            order by place
            """;

    private final DatabaseClient database;

    RowStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Those with balances of an account that a file of some days may join, the oldest first: of
     * these days, one before and one after them, and the first and the last of all.
     */
    Flux<Joining.Known> known(UUID account, LocalDate from, LocalDate until) {
        return database.sql(KNOWN)
                .bind("account", account)
                .bind("from", from)
                .bind("until", until)
                .map(
                        row ->
                                new Joining.Known(
                                        Row.day(row, "day"),
                                        Row.money(row, "yen"),
                                        Row.money(row, "balance")))
                .all();
    }

    /** Those of these ids that are known. */
    Flux<UUID> known(Collection<UUID> ids) {
        return database.sql("select id from banking.row where id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .mapValue(UUID.class)
                .all();
    }

    /** The first and the last place of an account; 0 and -1 where it has none. */
    Mono<Places> places(UUID account) {
        return database.sql(
                        """
                        select coalesce(min(place), 0) as first, coalesce(max(place), -1) as last
                        from banking.row where account = :account
                        """)
                .bind("account", account)
                .map(row -> new Places(Row.whole(row, "first"), Row.whole(row, "last")))
                .one();
    }

    record Places(long first, long last) {}

    Mono<Void> add(UUID account, UUID file, NewRow added) {
        FileRow row = added.row();
        Money balance = row.balance();
        return database.sql(ADD)
                .bind("id", added.id())
                .bind("account", account)
                .bind("file", file)
                .bind("place", added.place())
                .bind("line", row.line())
                .bind("day", row.day())
                .bind("yen", row.yen().yen())
                .bind(
                        "balance",
                        Parameters.in(R2dbcType.BIGINT, balance == null ? null : balance.yen()))
                .bind("sort", row.sort().name())
                .then();
    }
}
