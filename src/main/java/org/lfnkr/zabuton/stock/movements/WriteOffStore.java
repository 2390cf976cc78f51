package org.lfnkr.zabuton.stock.movements;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What waits until a second person says that pieces are gone, and what people wrote off alone. */
@Repository
class WriteOffStore {

    private final DatabaseClient database;

    WriteOffStore(DatabaseClient database) {
        this.database = database;
    }

    /** Of one piece, one for each ground at most. */
    Flux<WriteOff> waiting(VariantId variant) {
        return database.sql(
                        """
                        select id, ground, quantity, noted_by, noted_at from stock.write_off
                        where variant_id = :variant and state = 'waiting' order by noted_at
                        """)
                .bind("variant", variant.value())
                .map(WriteOffStore::writeOff)
                .all();
    }

    Mono<Boolean> isKnown(UUID form) {
        return database.sql("select exists (select from stock.write_off where id = :form)")
                .bind("form", form)
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Void> add(Note note, String ground, Instant at) {
        return database.sql(
                        """
                        insert into stock.write_off (id, variant_id, quantity, ground, noted_by, noted_at)
                        values (:id, :variant, :quantity, :ground, :by, :at)
                        """)
                .bind("id", note.form())
                .bind("variant", note.variant().value())
                .bind("quantity", note.quantity())
                .bind("ground", ground)
                .bind("by", note.actor())
                .bind("at", at)
                .then();
    }

    /** What has waited so far is overtaken by another note. */
    Mono<Void> replace(VariantId variant, String ground) {
        return database.sql(
                        """
                        update stock.write_off set state = 'replaced'
                        where variant_id = :variant and ground = :ground and state = 'waiting'
                        """)
                .bind("variant", variant.value())
                .bind("ground", ground)
                .then();
    }

    Mono<Void> confirm(UUID first, String by, Instant at) {
        return database.sql(
                        """
                        update stock.write_off
                        set state = 'booked', confirmed_by = :by, confirmed_at = :at where id = :id
                        """)
                .bind("id", first)
                .bind("by", by)
                .bind("at", at)
                .then();
    }

    /**
     * Locks the day of a person until the transaction ends, so that they write off nothing else
     * meanwhile.
     *
     * @return pieces that they wrote off alone on it
     */
    Mono<Integer> lockDay(String actor, LocalDate day) {
        return database.sql(
                        """
                        insert into stock.written_off_alone (actor, day) values (:actor, :day)
                        on conflict (actor, day) do update set quantity = written_off_alone.quantity
                        returning quantity
                        """)
                .bind("actor", actor)
                .bind("day", day)
                .mapValue(Integer.class)
                .one();
    }

    Mono<Void> addToDay(String actor, LocalDate day, int quantity) {
        return database.sql(
                        """
                        update stock.written_off_alone set quantity = quantity + :quantity
                        where actor = :actor and day = :day
                        """)
                .bind("actor", actor)
                .bind("day", day)
                .bind("quantity", quantity)
                .then();
    }

    private static WriteOff writeOff(Readable row) {
        return new WriteOff(
                Row.uuid(row, "id"),
                Row.text(row, "ground"),
                Row.number(row, "quantity"),
                Row.text(row, "noted_by"),
                Row.instant(row, "noted_at"));
    }
}
