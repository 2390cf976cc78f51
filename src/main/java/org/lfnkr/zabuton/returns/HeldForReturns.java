package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.stock.Holders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Tells the stock of which orders the pieces are that are held to be exchanged. */
@Repository
class HeldForReturns implements Holders {

    private final DatabaseClient database;

    HeldForReturns(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<UUID, String>> references(Collection<UUID> holders) {
        return database.sql("select id, reference from returns.request where id = any(:holders)")
                .bind("holders", holders.toArray(UUID[]::new))
                .map(row -> Map.entry(Row.uuid(row, "id"), Row.text(row, "reference")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
