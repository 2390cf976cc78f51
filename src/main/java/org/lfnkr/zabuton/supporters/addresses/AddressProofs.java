package org.lfnkr.zabuton.supporters.addresses;

import org.lfnkr.zabuton.supporters.Supporter;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

/** Whether somebody has proved that they read the mails of the address on record. */
@Repository
class AddressProofs {

    private static final String PROVED =
            """
            select own.proved_at is not null or own.merged_into is not null
                or exists (select from supporters.supporter other where other.merged_into = own.id)
                or exists (select from supporters.proof
                           where address_index = own.email_index and proved_at is not null) as proved
            from supporters.supporter own where own.id = :id
            """;

    private final DatabaseClient database;

    AddressProofs(DatabaseClient database) {
        this.database = database;
    }

    /** Also who came under several addresses, of which each was proved. */
    Mono<Boolean> isProved(Supporter person) {
        return database.sql(PROVED).bind("id", person.id().value()).mapValue(Boolean.class).one();
    }

    /** Another address is on record now. */
    Mono<Void> forget(Supporter person) {
        return database.sql("update supporters.supporter set proved_at = null where id = :id")
                .bind("id", person.id().value())
                .then();
    }
}
