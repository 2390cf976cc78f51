package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.lfnkr.zabuton.orders.pieces.FatedPieces;
import org.lfnkr.zabuton.orders.pieces.PieceFate;

import java.util.stream.Stream;

/**
 * Pieces of one line of an order that were asked to be given back.
 *
 * @param asNew how many came that can be sold again; 0 until somebody has looked
 * @param damaged how many came that can't
 * @param refunded for how many of those the money went back
 */
record ReturnLine(VariantId variant, int quantity, int asNew, int damaged, int refunded) {

    static ReturnLine asked(VariantId variant, int quantity) {
        return new ReturnLine(variant, quantity, 0, 0, 0);
    }

    int came() {
        return asNew + damaged;
    }

    /** Pieces that came and whose money is still here. */
    int waiting() {
        return came() - refunded;
    }

    /** What becomes of what came. */
    Stream<FatedPieces> fates() {
        return Stream.concat(fate(asNew, PieceFate.SHELF), fate(damaged, PieceFate.DAMAGED));
    }

    private Stream<FatedPieces> fate(int pieces, PieceFate fate) {
        return pieces == 0 ? Stream.empty() : Stream.of(new FatedPieces(variant, pieces, fate));
    }

    /** What of it counts: once somebody has looked, only what came. */
    Stream<ParcelLine> pieces(boolean looked) {
        int pieces = looked ? came() : quantity;
        return pieces == 0 ? Stream.empty() : Stream.of(new ParcelLine(variant, pieces));
    }
}
