package org.lfnkr.zabuton.bookkeeping;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.bookkeeping.Pieces.Piece;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.payments.PaymentId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the money of a payment's lots lies. */
@Repository
class PieceStore {

    private static final String PIECES =
            """
            select l.part, l.line, l.kind, l.fund as home, p.fund, p.came, p.consumed
            from bookkeeping.lot l join bookkeeping.piece p on p.lot = l.id
            where l.payment = :payment order by p.lot, p.no
            """;

    private static final String SPENT =
            """
            select exists (
                select from bookkeeping.lot l join bookkeeping.piece p on p.lot = l.id
                where l.payment = :payment and p.consumed > 0)
            """;

    private final DatabaseClient database;

    PieceStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<PiecesOfLots> pieces(PaymentId payment) {
        return database.sql(PIECES)
                .bind("payment", payment.value())
                .map(OfLot::of)
                .all()
                .collectList()
                .map(PieceStore::byLot);
    }

    private static PiecesOfLots byLot(List<OfLot> all) {
        Map<Lot, List<Piece>> pieces =
                all.stream().collect(groupingBy(OfLot::lot, mapping(OfLot::piece, toList())));
        Map<Lot, Pieces> lots = new HashMap<>();
        pieces.forEach((lot, those) -> lots.put(lot, new Pieces(those)));
        return new PiecesOfLots(lots);
    }

    /** Whether disbursements have of a payment's money. */
    Mono<Boolean> isSpent(PaymentId payment) {
        return database.sql(SPENT).bind("payment", payment.value()).mapValue(Boolean.class).one();
    }

    private record OfLot(Lot lot, Piece piece) {

        static OfLot of(Readable row) {
            return new OfLot(
                    Lot.of(row, "home"),
                    new Piece(
                            new Fund(Row.text(row, "fund")),
                            Row.whole(row, "came"),
                            Row.whole(row, "consumed")));
        }
    }
}
