package org.lfnkr.zabuton.supporters.addresses;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.supporters.Supporter;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;

/** Whether somebody has proved that they read the mails of the address on record. */
@Repository
class AddressProofs {

    private static final String PROVED =
            """
            select own.proved_at is not null
                or exists (select from supporters.supporter other where other.merged_into = own.id)
                or exists (select from supporters.proof
                           where address_index = own.email_index and proved_at is not null) as proved
            from supporters.supporter own where own.id = :id
            """;

    private static final String PROVED_SINCE =
            """
            select exists (
                select from supporters.supporter self
                where (self.id = :id or self.merged_into = :id)
                  and (self.proved_at > :since
                       or exists (select from supporters.proof
                                  where address_index = self.email_index
                                    and supporters.proof.proved_at > :since))) as proved
            """;

    private final DatabaseClient database;

    AddressProofs(DatabaseClient database) {
        this.database = database;
    }

    /** What is known of an address. */
    enum Standing {
        UNPROVED,
        /** It was proved, but a mail that was written since came back. */
        LAPSED,
        PROVED
    }

    /**
     * How the address of a person stands.
     *
     * @param bounced when the mail was written that came back; null where the last one arrived
     */
    Mono<Standing> standing(Supporter main, @Nullable Instant bounced) {
        return isProved(main)
                .flatMap(
                        proved ->
                                proved && bounced != null
                                        ? isProved(main, bounced).map(AddressProofs::afterBounce)
                                        : Mono.just(proved ? Standing.PROVED : Standing.UNPROVED));
    }

    private static Standing afterBounce(boolean proved) {
        return proved ? Standing.PROVED : Standing.LAPSED;
    }

    private Mono<Boolean> isProved(Supporter main, Instant since) {
        return database.sql(PROVED_SINCE)
                .bind("id", main.id().value())
                .bind("since", since)
                .mapValue(Boolean.class)
                .one();
    }

    /** Also who came under several addresses, of which each was proved. */
    private Mono<Boolean> isProved(Supporter main) {
        return database.sql(PROVED).bind("id", main.id().value()).mapValue(Boolean.class).one();
    }

    /** Another address is on record now. */
    Mono<Void> forget(Supporter person) {
        return database.sql("update supporters.supporter set proved_at = null where id = :id")
                .bind("id", person.id().value())
                .then();
    }
}
