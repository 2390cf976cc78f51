package org.lfnkr.zabuton.banking.tray;

import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;

import java.util.UUID;

/** Accounts by name, for the tray's filter. */
@Repository
class TrayAccounts {

    private final DatabaseClient database;

    TrayAccounts(DatabaseClient database) {
        this.database = database;
    }

    record Named(UUID id, String label) {}

    Flux<Named> all() {
        return database.sql("select id, label from banking.account order by label")
                .map(row -> new Named(Row.uuid(row, "id"), Row.text(row, "label")))
                .all();
    }
}
