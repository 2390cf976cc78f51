package org.lfnkr.zabuton.staff.views;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

@Repository
class ViewStore {

    private final DatabaseClient database;

    ViewStore(DatabaseClient database) {
        this.database = database;
    }

    /** All of an account, by name. */
    Flux<View> of(UUID account) {
        return database.sql(
                        "select * from staff.saved_view where account_id = :account order by name")
                .bind("account", account)
                .map(View::of)
                .all();
    }

    /** Whoever saves for the same account next waits. */
    Mono<Void> lock(UUID account) {
        return database.sql("select id from staff.account where id = :account for update")
                .bind("account", account)
                .then();
    }

    /** In the stead of what was called so before. */
    Mono<Void> put(UUID account, View view, Instant at) {
        return database.sql(
                        """
                        insert into staff.saved_view (id, account_id, name, path, query, saved_at)
                        values (:id, :account, :name, :path, :query, :at)
                        on conflict (account_id, name) do update
                        set path = excluded.path, query = excluded.query, saved_at = excluded.saved_at
                        """)
                .bind("id", view.id())
                .bind("account", account)
                .bind("name", view.name())
                .bind("path", view.path())
                .bind("query", view.query())
                .bind("at", at)
                .then();
    }

    Mono<Void> remove(UUID account, UUID view) {
        return database.sql("delete from staff.saved_view where id = :id and account_id = :account")
                .bind("id", view)
                .bind("account", account)
                .then();
    }
}
