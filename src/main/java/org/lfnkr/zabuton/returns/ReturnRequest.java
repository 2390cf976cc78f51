package org.lfnkr.zabuton.returns;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.orders.FatedPieces;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.lfnkr.zabuton.orders.ReturnCause;
import org.lfnkr.zabuton.orders.ReturnRefusal;
import org.lfnkr.zabuton.orders.ReturnState;
import org.lfnkr.zabuton.orders.ReturnView;
import org.lfnkr.zabuton.stock.StockLine;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a buyer asked to give back of an order.
 *
 * @param reference of the order
 * @param exchange whether the same pieces are asked for instead of their money
 * @param refusal null unless it was refused
 * @param movedAt when it came so far
 */
record ReturnRequest(
        UUID id,
        OrderId order,
        String reference,
        ReturnCause cause,
        boolean exchange,
        ReturnState state,
        @Nullable ReturnRefusal refusal,
        Instant askedAt,
        Instant movedAt,
        List<ReturnLine> lines) {

    ReturnRequest {
        lines = List.copyOf(lines);
    }

    /** As the order tells it to its buyer. */
    ReturnView view() {
        return new ReturnView(id, state, cause, exchange, refusal, pieces(), movedAt);
    }

    List<ParcelLine> pieces() {
        boolean looked =
                state == ReturnState.CHECKED
                        || state == ReturnState.REFUNDED
                        || state == ReturnState.EXCHANGED;
        return lines.stream().flatMap(line -> line.pieces(looked)).toList();
    }

    List<FatedPieces> fates() {
        return lines.stream().flatMap(ReturnLine::fates).toList();
    }

    /** What is held for it on the shelf; nothing where its money goes back. */
    List<StockLine> held() {
        return exchange
                ? lines.stream().map(it -> new StockLine(it.variant(), it.quantity())).toList()
                : List.of();
    }

    /** What came; asked once somebody has looked. */
    List<ParcelLine> came() {
        return lines.stream().flatMap(line -> line.pieces(true)).toList();
    }

    public int count() {
        return lines.stream().mapToInt(ReturnLine::quantity).sum();
    }

    ReturnRequest found(List<ReturnLine> came) {
        return new ReturnRequest(
                id, order, reference, cause, exchange, state, refusal, askedAt, movedAt, came);
    }
}
