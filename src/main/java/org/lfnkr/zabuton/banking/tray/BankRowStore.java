package org.lfnkr.zabuton.banking.tray;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.UUID;

@Repository
class BankRowStore {

    private static final String SELECT =
            """
            select r.id, r.account, r.file, r.line, r.day, r.yen, r.balance, r.sort, r.open, a.label, f.subject,
                   (select m.kind from banking.match m where m.row_id = r.id and m.undone_at is null) as kind
            from banking.row r join banking.account a on a.id = r.account join banking.file f on f.id = r.file
            """;

    /** Those that wait longest first. */
    private static final String OPEN =
            SELECT
                    + """
                    where r.open and (r.account = :account or :any) and r.day <= :until
                      and (r.day, r.id)
                          > (coalesce((select day from banking.row where id = :after), '-infinity'), :after)
                    order by r.day, r.id limit :most
                    """;

    /** The latest first. */
    private static final String ALL =
            SELECT
                    + """
                    where (r.account = :account or :any) and r.day <= :until
                      and (r.day, r.id)
                          < (coalesce((select day from banking.row where id = :after), 'infinity'), :after)
                    order by r.day desc, r.id desc limit :most
                    """;

    private final DatabaseClient database;

    BankRowStore(DatabaseClient database) {
        this.database = database;
    }

    /** One page and one more. */
    Flux<TrayRow> list(TrayFilter filter, LocalDate today) {
        return asked(filter.isAll() ? database.sql(ALL) : database.sql(OPEN), filter)
                .bind("until", filter.until(today))
                .map(TrayRow::of)
                .all();
    }

    private static GenericExecuteSpec asked(GenericExecuteSpec wanted, TrayFilter filter) {
        return wanted.bind("account", filter.ofAccount())
                .bind("any", filter.isOfAny())
                .bind("after", filter.last())
                .bind("most", Slice.ASKED);
    }

    Mono<TrayRow> find(UUID id) {
        return database.sql(SELECT + " where r.id = :id").bind("id", id).map(TrayRow::of).one();
    }

    /** Nobody else says what it is until this transaction ends. */
    Mono<TrayRow> lock(UUID id) {
        return database.sql(SELECT + " where r.id = :id for update of r")
                .bind("id", id)
                .map(TrayRow::of)
                .one();
    }

    Mono<Void> setOpen(UUID id, boolean open) {
        return database.sql("update banking.row set open = :open where id = :id")
                .bind("open", open)
                .bind("id", id)
                .then();
    }

    Mono<Tally> open() {
        return database.sql(
                        """
                        select count(*) as count, min(day) as oldest,
                               cast(coalesce(sum(abs(yen)), 0) as bigint) as yen
                          from banking.row where open
                        """)
                .map(
                        row -> {
                            LocalDate oldest = row.get("oldest", LocalDate.class);
                            return new Tally(
                                    Row.whole(row, "count"),
                                    oldest == null
                                            ? null
                                            : oldest.atStartOfDay(BusinessDate.TOKYO).toInstant(),
                                    Row.money(row, "yen"));
                        })
                .one();
    }
}
