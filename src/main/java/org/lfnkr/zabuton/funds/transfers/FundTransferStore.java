package org.lfnkr.zabuton.funds.transfers;

import io.r2dbc.spi.Parameters;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.evidence.SealResult;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads and writes transfers; what was signed the database keeps as it is. */
@Repository
class FundTransferStore {

    private static final String SELECT =
            """
            select t.id, t.number, t.from_fund, t.to_fund, t.yen, t.ground, t.document, t.sha256, t.asked_at,
                   t.moved_at, f.name_en as from_en, f.name_ja as from_ja, g.name_en as to_en, g.name_ja as to_ja
              from funds.transfer t join ledger.fund f on f.code = t.from_fund join ledger.fund g on g.code = t.to_fund
            """;

    private final DatabaseClient database;

    FundTransferStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<MovableFund>> funds() {
        return database.sql(
                        """
                        select code, name_en, name_ja, restriction = 'PURPOSE' as restricted, overdraws
                          from ledger.fund order by code
                        """)
                .map(MovableFund::of)
                .all()
                .collectList();
    }

    /**
     * The latest first.
     *
     * @param before the number of the last on the page before
     */
    Flux<Transfer> before(long before, int most) {
        return database.sql(SELECT + " where t.number < :before order by t.number desc limit :most")
                .bind("before", before)
                .bind("most", most)
                .map(Transfer::of)
                .all();
    }

    /** Those that two people have signed, the earliest first. */
    Flux<Transfer> moved() {
        return database.sql(SELECT + " where t.moved_at is not null order by t.number")
                .map(Transfer::of)
                .all();
    }

    Mono<Transfer> find(UUID id) {
        return database.sql(SELECT + " where t.id = :id").bind("id", id).map(Transfer::of).one();
    }

    Mono<Void> add(UUID id, Wish wish, SealResult.@Nullable Sealed document, Instant at) {
        return database.sql(
                        """
                        insert into funds.transfer (id, from_fund, to_fund, yen, ground, document, sha256, asked_at)
                        values (:id, :from, :to, :yen, :ground, :document, :sha256, :at)
                        """)
                .bind("id", id)
                .bind("from", wish.from().code())
                .bind("to", wish.to().code())
                .bind("yen", wish.yen().yen())
                .bind("ground", wish.ground().name())
                .bind(
                        "document",
                        document == null
                                ? Parameters.in(UUID.class)
                                : Parameters.in(document.id().value()))
                .bind(
                        "sha256",
                        document == null
                                ? Parameters.in(String.class)
                                : Parameters.in(document.sha256()))
                .bind("at", at)
                .then();
    }

    /**
     * The transfer, which nobody else decides on until the transaction ends. The books lock in the
     * same order: transfers among each other, then funds by their codes.
     */
    Mono<Transfer> lock(UUID id) {
        return database.sql(
                        "select pg_advisory_xact_lock(hashtextextended('bookkeeping.transfers',"
                                + " 0))")
                .then()
                .then(lockRow(id))
                .then(Mono.defer(() -> find(id)))
                .delayUntil(this::holdFunds);
    }

    private Mono<UUID> lockRow(UUID id) {
        return database.sql("select id from funds.transfer where id = :id for no key update")
                .bind("id", id)
                .map(row -> Row.uuid(row, "id"))
                .one();
    }

    private Mono<Void> holdFunds(Transfer transfer) {
        return Flux.fromStream(Stream.of(transfer.from(), transfer.to()).sorted())
                .concatMap(
                        fund ->
                                database.sql("select funds.hold_fund(:fund)")
                                        .bind("fund", fund.code())
                                        .then())
                .then();
    }

    Mono<Void> move(UUID id, UUID approval, Instant at) {
        return database.sql(
                        "update funds.transfer set moved_at = :at, approval = :approval where id ="
                                + " :id")
                .bind("id", id)
                .bind("approval", approval)
                .bind("at", at)
                .then();
    }

    /** The approval that was signed for it; empty before. */
    Mono<UUID> approval(UUID id) {
        return database.sql(
                        "select approval from funds.transfer where id = :id and approval is not"
                                + " null")
                .bind("id", id)
                .map(row -> Row.uuid(row, "approval"))
                .one();
    }
}
