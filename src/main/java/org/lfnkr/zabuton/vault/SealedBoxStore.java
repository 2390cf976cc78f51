package org.lfnkr.zabuton.vault;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Owned;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The sealed boxes of those who have a key. */
@Component
class SealedBoxStore {

    private final DatabaseClient database;

    SealedBoxStore(DatabaseClient database) {
        this.database = database;
    }

    /** One statement for all boxes, which travel as Base64 because arrays of bytes can't. */
    Mono<Void> put(SubjectId subject, Map<String, byte[]> boxes) {
        String[] places = boxes.keySet().toArray(String[]::new);
        String[] sealed =
                boxes.values().stream()
                        .map(Base64.getEncoder()::encodeToString)
                        .toArray(String[]::new);
        return database.sql("select vault.put_boxes(:subject, :places, :sealed)")
                .bind("subject", subject.value())
                .bind("places", places)
                .bind("sealed", sealed)
                .then();
    }

    Flux<SealedBox> find(SubjectId subject, Collection<String> places) {
        return database.sql(
                        """
                        select place, sealed
                        from vault.subject join vault.box on subject_id = id
                        where id = :id and erased_at is null and place = any(:places::text[])
                        """)
                .bind("id", subject.value())
                .bind("places", places.toArray(String[]::new))
                .map(SealedBoxStore::box)
                .all();
    }

    /** The boxes of several, each with whose it is. */
    Flux<Owned<SubjectId, SealedBox>> find(Map<String, SubjectId> owners) {
        return database.sql(
                        """
                        select id, box.place, sealed
                          from unnest(cast(:places as text[]), cast(:ids as uuid[])) as wanted (place, owner)
                          join vault.subject on id = wanted.owner and erased_at is null
                          join vault.box on subject_id = id and box.place = wanted.place
                        """)
                .bind("places", owners.keySet().toArray(String[]::new))
                .bind("ids", owners.values().stream().map(SubjectId::value).toArray(UUID[]::new))
                .map(row -> new Owned<>(new SubjectId(Row.uuid(row, "id")), box(row)))
                .all();
    }

    private static SealedBox box(Readable row) {
        return new SealedBox(Row.text(row, "place"), Row.need(row, "sealed", byte[].class));
    }

    /** Those of them who have a box. */
    Flux<SubjectId> keeping(Collection<SubjectId> subjects) {
        return database.sql(
                        """
                        select id from vault.subject
                        where id = any(:ids) and erased_at is null
                          and exists (select from vault.box where subject_id = id)
                        """)
                .bind("ids", subjects.stream().map(SubjectId::value).toArray(UUID[]::new))
                .map(row -> new SubjectId(Row.uuid(row, "id")))
                .all();
    }

    Mono<Void> delete(SubjectId subject, String place) {
        return database.sql("select vault.remove_box(:id, :place)")
                .bind("id", subject.value())
                .bind("place", place)
                .then();
    }
}
