package org.lfnkr.zabuton.awaited;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.supporters.EmailIndex;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** Who waits for what. What is told has no person any more as soon as its mail has gone. */
@Repository
class WaitStore {

    /** As many people as may be told, the longest waiting first, in one statement for all nodes. */
    private static final String TELL =
            """
            with due as (
                select w.id, row_number() over (partition by w.variant order by w.asked_at, w.id) as place,
                    :each * (i.on_hand - i.reserved) - (
                        select count(*) from awaited.wait t
                        where t.variant = w.variant and t.told_at > :since) as places
                from awaited.wait w
                    join stock.item i on i.variant_id = w.variant
                    join catalog.variant v on v.id = w.variant
                where w.told_at is null and v.on_sale and i.on_hand > i.reserved
            )
            update awaited.wait w set told_at = :now
            from due where w.id = due.id and due.place <= due.places and w.told_at is null
            returning w.*
            """;

    private final DatabaseClient database;

    WaitStore(DatabaseClient database) {
        this.database = database;
    }

    /** False where the address waits for this piece already. */
    Mono<Boolean> add(Wait wait, byte[] email) {
        return database.sql(
                        """
                        insert into awaited.wait (id, variant, subject, email_index, language, asked_at)
                        values (:id, :variant, :subject, :email, :language, :at)
                        on conflict (variant, email_index) do nothing
                        """)
                .bind("id", wait.id())
                .bind("variant", wait.variant().value())
                .bind("subject", wait.subject().value())
                .bind("email", email)
                .bind("language", wait.language().tag())
                .bind("at", wait.askedAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Wait> find(UUID id) {
        return database.sql("select * from awaited.wait where id = :id and subject is not null")
                .bind("id", id)
                .map(Wait::of)
                .one();
    }

    /** Of an address, by its fingerprints under every key. */
    Flux<Wait> of(EmailIndex email) {
        return database.sql(
                        "select * from awaited.wait where encode(email_index, 'hex') = any(:all)")
                .bind("all", email.allAsHex())
                .map(Wait::of)
                .all();
    }

    /** Marks those as told who are to be told now. */
    Flux<Wait> tell(int each, Instant since, Instant now) {
        return database.sql(TELL)
                .bind("each", each)
                .bind("since", since)
                .bind("now", now)
                .map(Wait::of)
                .all();
    }

    /** Those that were told, with their person still. */
    Flux<Wait> told(int most) {
        return database.sql(
                        """
                        select * from awaited.wait where told_at is not null and subject is not null
                        order by told_at limit :most
                        """)
                .bind("most", most)
                .map(Wait::of)
                .all();
    }

    /** Those that have waited in vain. */
    Flux<Wait> old(Instant before, int most) {
        return database.sql(
                        """
                        select * from awaited.wait where told_at is null and asked_at < :before
                        order by asked_at limit :most
                        """)
                .bind("before", before)
                .bind("most", most)
                .map(Wait::of)
                .all();
    }

    /** That somebody was told stays for a while, without whom. */
    Mono<Void> forget(UUID id) {
        return database.sql(
                        "update awaited.wait set subject = null, email_index = null where id = :id")
                .bind("id", id)
                .then();
    }

    Mono<Void> delete(UUID id) {
        return database.sql("delete from awaited.wait where id = :id").bind("id", id).then();
    }

    Mono<Void> deleteTold(Instant before) {
        return database.sql("delete from awaited.wait where subject is null and told_at < :before")
                .bind("before", before)
                .then();
    }

    Mono<Integer> people(VariantId variant) {
        return database.sql(
                        """
                        select count(*)::integer from awaited.wait
                        where variant = :variant and told_at is null
                        """)
                .bind("variant", variant.value())
                .mapValue(Integer.class)
                .one();
    }
}
