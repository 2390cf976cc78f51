package org.lfnkr.zabuton.bookkeeping.spending;

import org.lfnkr.zabuton.bookkeeping.spending.SpendingStore.Outcome;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What comes back of a disbursement, and what a transfer moves. */
@Repository
class ChangeStore {

    private static final String BORNE_NO_MORE =
            "select cast(coalesce(-sum(yen), 0) as bigint) from bookkeeping.loss where source = :source";

    /** Whose money came back. */
    private static final String SUBJECTS =
            """
            select distinct l.subject from bookkeeping.consumption c join bookkeeping.lot l on l.id = c.lot
            where c.source = :source
            """;

    /** Statements that claim something else than the pieces that they have since a transfer. */
    private static final String RESTATED =
            """
            select distinct l.subject
            from bookkeeping.piece_move m
                join bookkeeping.lot l on l.id = m.lot
                join impact.statement s on s.subject = l.subject
            where m.source = :source and s.funded_yen <> (
                select coalesce(sum(c.yen), 0) from bookkeeping.lot_cover c
                where c.subject = s.subject and c.fund = s.fund)
            """;

    private final DatabaseClient database;

    ChangeStore(DatabaseClient database) {
        this.database = database;
    }

    static String source(UUID disbursement, int no) {
        return "decision:disbursement-" + disbursement + "-returned-" + no;
    }

    static String source(UUID transfer) {
        return "decision:transfer-" + transfer;
    }

    Mono<Outcome> bringBack(UUID disbursement, int no, Money yen, LocalDate on, Instant at) {
        return database.sql(
                        "select done, still as yen from bookkeeping.bring_back(:disbursement, :no, :yen, :on, :at)")
                .bind("disbursement", disbursement)
                .bind("no", no)
                .bind("yen", yen.yen())
                .bind("on", on)
                .bind("at", at)
                .map(Outcome::of)
                .one();
    }

    Mono<Boolean> mayAwait(UUID disbursement, int no) {
        return database.sql("select bookkeeping.may_await(:source)")
                .bind("source", source(disbursement, no))
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Boolean> holdToAwait(UUID disbursement, int no) {
        return database.sql("select bookkeeping.hold_to_await(:source)")
                .bind("source", source(disbursement, no))
                .mapValue(Boolean.class)
                .one();
    }

    /** How much there is where it is too little, and then nothing is done. */
    Mono<Outcome> takeAgain(UUID disbursement, int no, LocalDate on, Instant at) {
        return database.sql(
                        "select done, has as yen from bookkeeping.take_again(:disbursement, :no, :on, :at)")
                .bind("disbursement", disbursement)
                .bind("no", no)
                .bind("on", on)
                .bind("at", at)
                .map(Outcome::of)
                .one();
    }

    Mono<Outcome> move(UUID transfer, Fund from, Fund to, Money yen, LocalDate on) {
        return database.sql(
                        "select moved as done, has as yen from bookkeeping.move(:transfer, :from, :to, :yen, :on)")
                .bind("transfer", transfer)
                .bind("from", from.code())
                .bind("to", to.code())
                .bind("yen", yen.yen())
                .bind("on", on)
                .map(Outcome::of)
                .one();
    }

    /** Yen of an entry that Operations had borne and gets back. */
    Mono<Money> borneNoMore(String source) {
        return database.sql(BORNE_NO_MORE)
                .bind("source", source)
                .mapValue(Long.class)
                .one()
                .map(Money::yen);
    }

    Flux<UUID> subjects(String source) {
        return database.sql(SUBJECTS).bind("source", source).mapValue(UUID.class).all();
    }

    Flux<UUID> restated(String source) {
        return database.sql(RESTATED).bind("source", source).mapValue(UUID.class).all();
    }
}
