package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.orders.pieces.FatedPieces;
import org.lfnkr.zabuton.orders.pieces.PieceFate;

/**
 * Pieces of one line of an order of which the money goes back.
 *
 * @param position of the line in its order, from 0
 * @param quantity at least one
 */
public record RefundedLine(SoldLine line, int position, int quantity, PieceFate fate) {

    /** Tax included, in yen. */
    public Money total() {
        return line.unitPrice().times(quantity);
    }

    FatedPieces pieces() {
        return new FatedPieces(line.variant(), quantity, fate);
    }
}
