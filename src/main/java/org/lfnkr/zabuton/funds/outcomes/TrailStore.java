package org.lfnkr.zabuton.funds.outcomes;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.UUID;

/** Reads from the books what became of somebody's money. */
@Repository
class TrailStore {

    private static final String LOTS =
            """
            select case l.kind when 'SALE_FEE' then 'fee' when 'GIFT_FEE' then 'fee' when 'PROFIT' then 'fund'
                       when 'GIFT' then 'fund' else lower(l.kind) end as part,
                   case when l.kind in ('PROFIT', 'GIFT') then f.name_en end as name_en,
                   case when l.kind in ('PROFIT', 'GIFT') then f.name_ja end as name_ja,
                   cast(sum(c.yen) filter (where m.kind = 'CHARGE') as bigint) as came,
                   cast(sum(c.yen) as bigint) as net
            from bookkeeping.lot l
                join bookkeeping.lot_change c on c.lot = l.id
                join bookkeeping.movement m on m.source = c.source
                left join ledger.fund f on f.code = l.fund
            where l.subject = :subject
            group by 1, 2, 3
            order by min(case l.kind when 'PROFIT' then 1 when 'GIFT' then 1 else 0 end), min(l.id)
            """;

    private static final String UNSPENT =
            """
            select cast(coalesce(sum(p.unspent), 0) as bigint)
            from bookkeeping.lot l join bookkeeping.piece p on p.lot = l.id where l.subject = :subject
            """;

    private static final String LOSS =
            """
            select cast(coalesce(sum(s.yen), 0) as bigint)
            from bookkeeping.lot l join bookkeeping.loss s on s.lot = l.id where l.subject = :subject
            """;

    private final DatabaseClient database;

    TrailStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * What of a payment was for one thing.
     *
     * @param part names a message
     * @param fund as pages call it; null where it is set aside for a cost
     */
    record Part(String part, @Nullable Bilingual fund, Money came, Money net) {

        static Part of(Readable row) {
            String name = row.get("name_en", String.class);
            return new Part(
                    Row.text(row, "part"),
                    name == null ? null : new Bilingual(name, Row.text(row, "name_ja")),
                    Row.money(row, "came"),
                    Row.money(row, "net"));
        }
    }

    Flux<Part> parts(UUID subject) {
        return database.sql(LOTS).bind("subject", subject).map(Part::of).all();
    }

    /** Yen of it that wait to be spent. */
    Mono<Money> unspent(UUID subject) {
        return sum(UNSPENT, subject);
    }

    /** Yen of it that had been spent when they went back. */
    Mono<Money> loss(UUID subject) {
        return sum(LOSS, subject);
    }

    private Mono<Money> sum(String sql, UUID subject) {
        return database.sql(sql)
                .bind("subject", subject)
                .mapValue(Long.class)
                .one()
                .map(Money::yen);
    }
}
