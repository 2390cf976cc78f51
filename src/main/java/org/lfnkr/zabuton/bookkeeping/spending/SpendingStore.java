package org.lfnkr.zabuton.bookkeeping.spending;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.bookkeeping.Lot;
import org.lfnkr.zabuton.bookkeeping.LotKind;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

@Repository
class SpendingStore {

    private static final String STANDING =
            """
            select f.overdraws, cast(coalesce(-(
                       select sum(b.yen) from ledger.balance b where b.fund = f.code), 0) as bigint) as yen,
                   bookkeeping.expected_of(f.code) as expected
            from ledger.fund f where f.code = :fund
            """;

    private static final String OLDEST =
            """
            select o.lot, l.subject, l.kind, p.came_on, p.unspent, o.yen
            from bookkeeping.oldest(:fund, :yen, :on) o
                join bookkeeping.piece p on (p.lot, p.no) = (o.lot, o.no)
                join bookkeeping.lot l on l.id = o.lot
            order by o.lot, o.no
            """;

    private static final String CONSUMPTION =
            """
            select c.disbursement, l.subject, c.lot, l.part, l.line, l.kind, l.fund as home, s.fund, c.yen,
                   (select cast(sum(k.yen) as bigint) from bookkeeping.lot_change k where k.lot = c.lot) as net
            from (
                select disbursement, lot, cast(sum(yen) as bigint) as yen from bookkeeping.consumption
                where disbursement = :disbursement group by disbursement, lot having sum(yen) > 0) c
                join bookkeeping.spending s on s.disbursement = c.disbursement
                join bookkeeping.lot l on l.id = c.lot
            order by c.lot
            """;

    private static final String CONSUMPTION_OF_SUBJECT =
            """
            select c.disbursement, l.subject, l.id as lot, l.part, l.line, l.kind, l.fund as home, s.fund,
                   cast(sum(c.yen) as bigint) as yen,
                   (select cast(sum(k.yen) as bigint) from bookkeeping.lot_change k where k.lot = l.id) as net
            from bookkeeping.lot l
                join bookkeeping.consumption c on c.lot = l.id
                join bookkeeping.spending s on s.disbursement = c.disbursement
            where l.subject = :subject
            group by c.disbursement, s.spent_at, l.id, s.fund having sum(c.yen) > 0
            order by s.spent_at, c.disbursement, l.id
            """;

    private static final String LOSS =
            """
            select cast(coalesce(sum(s.yen), 0) as bigint)
            from ledger.entry e join bookkeeping.loss s on s.source = e.source
            where e.booked_on between :from and :to
            """;

    private final DatabaseClient database;

    SpendingStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Standing> standing(Fund fund) {
        return database.sql(STANDING).bind("fund", fund.code()).map(Standing::of).one();
    }

    Flux<TakenLot> oldest(Fund fund, Money yen, LocalDate on) {
        return database.sql(OLDEST)
                .bind("fund", fund.code())
                .bind("yen", yen.yen())
                .bind("on", on)
                .map(SpendingStore::taken)
                .all();
    }

    /** Empty where waiting for what is there gives no more. */
    Mono<Ripe> ripe(Fund fund, Money yen, LocalDate on) {
        return database.sql("select day, yen from bookkeeping.ripe_from(:fund, :yen, :on)")
                .bind("fund", fund.code())
                .bind("yen", yen.yen())
                .bind("on", on)
                .map(Ripe::of)
                .one();
    }

    /** How much there is where it is too little, and then nothing is done. */
    Mono<Outcome> spend(UUID disbursement, Fund fund, Money yen, LocalDate on, Instant at) {
        return database.sql(
                        "select spent as done, has as yen from bookkeeping.spend(:disbursement, :fund, :yen, :on, :at)")
                .bind("disbursement", disbursement)
                .bind("fund", fund.code())
                .bind("yen", yen.yen())
                .bind("on", on)
                .bind("at", at)
                .map(Outcome::of)
                .one();
    }

    Flux<Consumption> of(UUID disbursement) {
        return database.sql(CONSUMPTION)
                .bind("disbursement", disbursement)
                .map(SpendingStore::consumption)
                .all();
    }

    Flux<Consumption> ofSubject(UUID subject) {
        return database.sql(CONSUMPTION_OF_SUBJECT)
                .bind("subject", subject)
                .map(SpendingStore::consumption)
                .all();
    }

    Mono<Money> loss(LocalDate from, LocalDate to) {
        return database.sql(LOSS)
                .bind("from", from)
                .bind("to", to)
                .mapValue(Long.class)
                .one()
                .map(Money::yen);
    }

    private static TakenLot taken(Readable row) {
        return new TakenLot(
                Row.whole(row, "lot"),
                Row.uuid(row, "subject"),
                Row.day(row, "came_on"),
                LotKind.valueOf(Row.text(row, "kind")),
                Row.money(row, "unspent"),
                Row.money(row, "yen"));
    }

    private static Consumption consumption(Readable row) {
        return new Consumption(
                Row.uuid(row, "disbursement"),
                Row.uuid(row, "subject"),
                Row.whole(row, "lot"),
                Lot.of(row, "home"),
                new Fund(Row.text(row, "fund")),
                Row.money(row, "yen"),
                Row.money(row, "net"));
    }

    record Outcome(boolean done, Money yen) {

        static Outcome of(Readable row) {
            return new Outcome(Row.flag(row, "done"), Row.money(row, "yen"));
        }
    }
}
