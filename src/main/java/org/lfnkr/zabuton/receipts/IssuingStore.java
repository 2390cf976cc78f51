package org.lfnkr.zabuton.receipts;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.givers.MemberGift;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Writes receipts as they are issued: the next number, what it confirms, its first copy. */
@Repository
class IssuingStore {

    private static final String ADD =
            """
            with receipt as (
                insert into receipts.receipt (id, number, supporter, year, gift, cover, language,
                       issued_at, subject, kept_until, replaces)
                values (:id, :number, :supporter, :year, :gift, :cover, :language,
                       :issuedAt, :subject, :keptUntil, :replaces)
                returning id
            )
            insert into receipts.payment (receipt, payment, corrections)
            select receipt.id, g.payment, g.corrections
              from receipt, unnest(cast(:payments as uuid[]), cast(:corrections as integer[])) as g (payment, corrections)
            """;

    private final DatabaseClient database;

    IssuingStore(DatabaseClient database) {
        this.database = database;
    }

    /** The next number of the year; others who want one wait until the transaction ends. */
    Mono<Integer> nextNumber(int year) {
        return database.sql(
                        """
                        insert into receipts.counter (year, last) values (:year, 1)
                        on conflict (year) do update set last = receipts.counter.last + 1
                        returning last
                        """)
                .bind("year", year)
                .mapValue(Integer.class)
                .one();
    }

    Mono<Void> add(Receipt receipt, List<MemberGift> gifts) {
        List<Charge> charges = charges(gifts);
        ReceiptId replaces = receipt.replaces();
        return database.sql(ADD)
                .bind("id", receipt.id().value())
                .bind("number", receipt.number())
                .bind("supporter", receipt.supporter())
                .bind("year", Parameters.in(R2dbcType.INTEGER, receipt.year()))
                .bind("gift", receipt.parts().gift().yen())
                .bind("cover", receipt.parts().cover().yen())
                .bind("language", receipt.language().tag())
                .bind("issuedAt", receipt.issuedAt())
                .bind("subject", receipt.subject().value())
                .bind("keptUntil", receipt.keptUntil())
                .bind("replaces", uuid(replaces == null ? null : replaces.value()))
                .bind("payments", array(charges, UUID[]::new, it -> it.payment().value()))
                .bind("corrections", array(charges, Integer[]::new, Charge::corrections))
                .then();
    }

    /** Says whether this was the first copy, which is the one that counts. */
    Mono<Boolean> printed(ReceiptId id, byte[] sha256) {
        return database.sql(
                        "update receipts.receipt set sha256 = :sha256"
                                + " where id = :id and sha256 is null and not destroyed")
                .bind("id", id.value())
                .bind("sha256", sha256)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The numbers of those that no longer hold and were for a payment of these, oldest first. */
    Flux<String> before(List<MemberGift> gifts) {
        return database.sql(
                        """
                        select number from receipts.receipt
                         where id in (select receipt from receipts.payment
                                       where payment = any(:payments) and not holds)
                         order by issued_at, number
                        """)
                .bind("payments", array(charges(gifts), UUID[]::new, it -> it.payment().value()))
                .mapValue(String.class)
                .all();
    }

    private static List<Charge> charges(List<MemberGift> gifts) {
        return gifts.stream().map(MemberGift::charge).toList();
    }

    private static <T> T[] array(
            List<Charge> charges, IntFunction<T[]> array, Function<Charge, T> part) {
        return charges.stream().map(part).toArray(array);
    }

    private static Parameter uuid(@Nullable UUID value) {
        return value == null ? Parameters.in(UUID.class) : Parameters.in(value);
    }
}
