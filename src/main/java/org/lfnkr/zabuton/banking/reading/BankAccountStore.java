package org.lfnkr.zabuton.banking.reading;

import org.lfnkr.zabuton.banking.files.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@Repository
class BankAccountStore {

    private static final String SELECT =
            """
            select a.*, r.day as last, r.balance
            from banking.account a left join lateral (
                select day, balance from banking.row where account = a.id order by place desc limit 1) r on true
            """;

    private static final String ADD =
            """
            insert into banking.account (id, label, format, skipped, day_in, out_in, in_in, balance_in, text_in,
                opened_by, opened_at)
            values (:id, :label, :format, :skipped, :day, :out, :in, :balance, :text, :by, :at)
            on conflict (label) do nothing
            """;

    private final DatabaseClient database;

    BankAccountStore(DatabaseClient database) {
        this.database = database;
    }

    Flux<BankAccount> all() {
        return database.sql(SELECT + " order by a.label").map(BankAccount::of).all();
    }

    /** Empty where there is none. */
    Mono<BankAccount> find(UUID id) {
        return database.sql(SELECT + " where a.id = :id").bind("id", id).map(BankAccount::of).one();
    }

    /** False where another is called so. */
    Mono<Boolean> add(BankAccount account, String by, Instant at) {
        Columns columns = account.columns();
        return database.sql(ADD)
                .bind("id", account.id())
                .bind("label", account.label())
                .bind("format", account.format().name())
                .bind("skipped", columns.skip())
                .bind("day", columns.day())
                .bind("out", columns.out())
                .bind("in", columns.in())
                .bind("balance", columns.balance())
                .bind("text", columns.text())
                .bind("by", by)
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(added -> added > 0);
    }

    /** One file at a time is read of an account; empty where its number is not known yet. */
    Mono<byte[]> lock(UUID id) {
        return database.sql("select holder from banking.account where id = :id for update")
                .bind("id", id)
                .map(row -> Optional.ofNullable(row.get("holder", byte[].class)))
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    Mono<Void> setHolder(UUID id, byte[] holder) {
        return database.sql("update banking.account set holder = :holder where id = :id")
                .bind("id", id)
                .bind("holder", holder)
                .then();
    }
}
