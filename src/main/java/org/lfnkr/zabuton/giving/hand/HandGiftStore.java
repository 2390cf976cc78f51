package org.lfnkr.zabuton.giving.hand;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** Gifts as batches note them, and what became of each. */
@Repository
class HandGiftStore {

    private static final String GIFTS =
            """
            select id, batch, received_on, amount, means, reference, fund, language, subject, payment, correction
              from giving.hand_gift
            """;

    private final DatabaseClient database;

    HandGiftStore(DatabaseClient database) {
        this.database = database;
    }

    /** As they were noted. */
    Flux<HandGift> of(UUID batch) {
        return database.sql(GIFTS + " where batch = :batch order by noted_at, id")
                .bind("batch", batch)
                .map(HandGift::of)
                .all();
    }

    /** Under whose key the givers of a posted batch lie, by gift. */
    Flux<Giver> givers(UUID batch) {
        return database.sql(
                        """
                        select g.id, p.subject
                          from giving.hand_gift g join giving.pledge p on p.attempt = g.id
                         where g.batch = :batch and g.payment is not null
                        """)
                .bind("batch", batch)
                .map(row -> new Giver(Row.uuid(row, "id"), new SubjectId(Row.uuid(row, "subject"))))
                .all();
    }

    /** Who gave a gift, known or not. */
    record Giver(UUID gift, SubjectId subject) {}

    Mono<HandGift> find(UUID batch, UUID id) {
        return database.sql(GIFTS + " where batch = :batch and id = :id")
                .bind("batch", batch)
                .bind("id", id)
                .map(HandGift::of)
                .one();
    }

    /** The gift, which nobody else changes until the transaction ends. */
    Mono<HandGift> lock(UUID batch, UUID id) {
        return database.sql(GIFTS + " where batch = :batch and id = :id for update")
                .bind("batch", batch)
                .bind("id", id)
                .map(HandGift::of)
                .one();
    }

    /** One in whichever batch. */
    Mono<HandGift> find(UUID id) {
        return database.sql(GIFTS + " where id = :id").bind("id", id).map(HandGift::of).one();
    }

    /** The same, which nobody else changes until the transaction ends. */
    Mono<HandGift> lock(UUID id) {
        return database.sql(GIFTS + " where id = :id for update")
                .bind("id", id)
                .map(HandGift::of)
                .one();
    }

    /** False where one with this reference of its means is noted already. */
    Mono<Boolean> add(HandGift gift, Instant at) {
        return database.sql(
                        """
                        insert into giving.hand_gift
                            (id, batch, received_on, amount, means, reference, fund, language, subject, noted_at)
                        values (:id, :batch, :on, :amount, :means, :reference, :fund, :language, :subject, :at)
                        on conflict do nothing
                        """)
                .bind("id", gift.id())
                .bind("batch", gift.batch())
                .bind("on", gift.receivedOn())
                .bind("amount", gift.amount().yen())
                .bind("means", gift.means().name())
                .bind("reference", gift.reference())
                .bind("fund", gift.cause().fund().code())
                .bind("language", gift.language().tag())
                .bind("subject", uuid(gift.subject()))
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Parameter uuid(@Nullable SubjectId subject) {
        return subject == null ? Parameters.in(UUID.class) : Parameters.in(subject.value());
    }

    Mono<Void> remove(UUID gift) {
        return database.sql("delete from giving.hand_gift where id = :id").bind("id", gift).then();
    }

    /** Its giver lies under their own key from now on. */
    Mono<Void> setPosted(UUID gift, PaymentId payment) {
        return database.sql(
                        "update giving.hand_gift set payment = :payment, subject = null where id = :id")
                .bind("payment", payment.value())
                .bind("id", gift)
                .then();
    }

    Mono<Void> setCorrected(UUID gift, RefundId refund) {
        return database.sql("update giving.hand_gift set correction = :refund where id = :id")
                .bind("refund", refund.value())
                .bind("id", gift)
                .then();
    }
}
