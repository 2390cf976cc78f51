package org.lfnkr.zabuton.funds.outcomes;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;

import java.time.LocalDate;
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

    /** In one statement, since a reader waits for it. */
    private static final String TURNS =
            """
            select 'moved' as turn, e.occurred_on as day, f.name_en as from_en, f.name_ja as from_ja,
                   t.name_en, t.name_ja, cast(sum(m.yen) as bigint) as yen, 1 as rank, e.id as place
            from bookkeeping.lot l
                join bookkeeping.piece_move m on m.lot = l.id
                join bookkeeping.piece taken on (taken.lot, taken.no) = (m.lot, m.taken_from)
                join bookkeeping.piece made on (made.lot, made.no) = (m.lot, m.no)
                join ledger.fund f on f.code = taken.fund
                join ledger.fund t on t.code = made.fund
                join ledger.entry e on e.source = m.source
            where l.subject = :subject
            group by e.id, f.code, t.code
            union all
            select 'loss', null, null, null, null, null, cast(sum(s.yen) as bigint), 2, 0
            from bookkeeping.lot l join bookkeeping.loss s on s.lot = l.id
            where l.subject = :subject
            having sum(s.yen) > 0
            union all
            select 'held', null, null, null, null, null, cast(sum(m.held) as bigint), 2, 1
            from bookkeeping.movement m
            where m.held <> 0 and m.payment in (select l.payment from bookkeeping.lot l where l.subject = :subject)
            having sum(m.held) > 0
            union all
            select 'unspent', null, null, null, f.name_en, f.name_ja, cast(sum(p.unspent) as bigint), 3, min(l.id)
            from bookkeeping.lot l
                join bookkeeping.piece p on p.lot = l.id
                join ledger.fund f on f.code = p.fund
            where l.subject = :subject and p.unspent > 0
            group by f.code
            order by rank, place, name_en
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

    /**
     * What became of a payment that was for a purpose, besides what was bought.
     *
     * @param turn names a message: it was moved, it was spent when it went back, it is kept for
     *     whoever paid it because it did not reach them, or it is unspent
     * @param day of a move; null for the others
     * @param from the fund out of which it was moved; null for the others
     * @param fund in which it lies since then, or lies now; null for what is in none
     */
    record Turn(
            String turn,
            @Nullable LocalDate day,
            @Nullable Bilingual from,
            @Nullable Bilingual fund,
            Money yen) {

        static Turn of(Readable row) {
            return new Turn(
                    Row.text(row, "turn"),
                    row.get("day", LocalDate.class),
                    name(row.get("from_en", String.class), row.get("from_ja", String.class)),
                    name(row.get("name_en", String.class), row.get("name_ja", String.class)),
                    Row.money(row, "yen"));
        }

        private static @Nullable Bilingual name(@Nullable String en, @Nullable String ja) {
            return en == null || ja == null ? null : new Bilingual(en, ja);
        }

        boolean isMove() {
            return day != null;
        }
    }

    /** What was moved between funds, the earliest first; then what is lost, kept, and unspent. */
    Flux<Turn> turns(UUID subject) {
        return database.sql(TURNS).bind("subject", subject).map(Turn::of).all();
    }
}
