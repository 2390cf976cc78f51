package org.lfnkr.zabuton.supporters.requests;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Tally;
import org.lfnkr.zabuton.supporters.requests.PrivacyRequest.Outcome;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

@Repository
class RequestStore {

    private static final String SELECT =
            """
            select id, reference, kind, way, received_on, due_on, outcome, answered_on
              from supporters.request
            """;

    private static final Place BEGINNING = new Place(LocalDate.of(9999, 1, 1), new UUID(0, 0));

    private final DatabaseClient database;

    RequestStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(PrivacyRequest request, Instant at) {
        return database.sql(
                        """
                        insert into supporters.request (id, reference, kind, way, received_on, due_on, noted_at)
                        values (:id, :reference, :kind, :way, :received, :due, :at)
                        """)
                .bind("id", request.id())
                .bind("reference", request.reference())
                .bind("kind", request.kind().name())
                .bind("way", request.way().name())
                .bind("received", request.receivedOn())
                .bind("due", request.dueOn())
                .bind("at", at)
                .then();
    }

    /** Those that wait for an answer, what is due first on top. */
    Flux<PrivacyRequest> open() {
        return database.sql(SELECT + " where outcome is null order by due_on, id limit 500")
                .map(PrivacyRequest::of)
                .all();
    }

    /**
     * Those that are answered, the latest first.
     *
     * @param after behind which place
     */
    Flux<PrivacyRequest> answered(Place after, int most) {
        return database.sql(
                        SELECT
                                + """
                                 where outcome is not null and (received_on, id) < (:on, :id)
                                 order by received_on desc, id desc limit :most
                                """)
                .bind("on", after.receivedOn())
                .bind("id", after.id())
                .bind("most", most)
                .map(PrivacyRequest::of)
                .all();
    }

    /** Where a request stands in the list. */
    record Place(LocalDate receivedOn, UUID id) {}

    /** Where that request stands; of any other, the list begins. */
    Mono<Place> place(UUID id) {
        return database.sql("select received_on, id from supporters.request where id = :id")
                .bind("id", id)
                .map(row -> new Place(Row.day(row, "received_on"), Row.uuid(row, "id")))
                .one()
                .defaultIfEmpty(BEGINNING);
    }

    /** Says whether it still waited. */
    Mono<Boolean> answer(UUID id, Outcome outcome, LocalDate on) {
        return database.sql(
                        """
                        update supporters.request set outcome = :outcome, answered_on = :on
                         where id = :id and outcome is null and received_on <= :on
                        """)
                .bind("outcome", outcome.name())
                .bind("on", on)
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<PrivacyRequest> find(UUID id) {
        return database.sql(SELECT + " where id = :id")
                .bind("id", id)
                .map(PrivacyRequest::of)
                .one();
    }

    /** Those that wait for an answer. */
    Mono<Tally> waiting() {
        return database.sql(
                        """
                        select count(*) as count, min(noted_at) as oldest
                          from supporters.request where outcome is null
                        """)
                .map(Tally::of)
                .one();
    }
}
