package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.ledger.Fund;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The money of a lot, where it lies: the first piece in the fund that the lot came to, then one for
 * each transfer. What went back of the lot is taken from the free money of its pieces, in their
 * order; what is found nowhere is a loss. This sees the state only, never the order of events:
 * {@code unspent − loss = came − gone − consumed}, always. The database does the same when it books
 * ({@code bookkeeping.settle}); here it foresees. See infra/decisions/pieces-of-lots.md.
 */
record Pieces(List<Piece> all) {

    Pieces {
        all = List.copyOf(all);
    }

    long came() {
        return all.stream().mapToLong(Piece::came).sum();
    }

    long consumed() {
        return all.stream().mapToLong(Piece::consumed).sum();
    }

    /**
     * What is unspent of each piece.
     *
     * @param gone yen of the lot that went back
     */
    long[] unspent(long gone) {
        long[] unspent = new long[all.size()];
        long missing = gone;
        for (int i = 0; i < unspent.length; i++) {
            long taken = Math.min(missing, all.get(i).free());
            unspent[i] = all.get(i).free() - taken;
            missing -= taken;
        }
        return unspent;
    }

    /** Spent yen whose payment went back: Operations bears them. */
    long loss(long gone) {
        return Math.max(0, gone - came() + consumed());
    }

    /** What each fund has of the lot, what is lost on the side of Operations. */
    Map<Fund, Long> funds(long gone) {
        Map<Fund, Long> funds = new TreeMap<>();
        long[] unspent = unspent(gone);
        for (int i = 0; i < unspent.length; i++) {
            funds.merge(all.get(i).fund(), unspent[i], Long::sum);
        }
        funds.merge(Fund.OPERATIONS, -loss(gone), Long::sum);
        return funds;
    }

    /** What the lot stands for in a fund: what is unspent there and what was spent from there. */
    long cover(Fund fund, long gone) {
        long[] unspent = unspent(gone);
        long cover = -loss(gone);
        for (int i = 0; i < unspent.length; i++) {
            Piece piece = all.get(i);
            cover += piece.fund().equals(fund) ? unspent[i] + piece.consumed() : 0;
        }
        return Math.max(0, cover);
    }

    /**
     * A lot's money in a fund.
     *
     * @param came yen, less what was moved on
     * @param consumed yen that disbursements took
     */
    record Piece(Fund fund, long came, long consumed) {

        Piece {
            if (consumed < 0 || consumed > came) {
                throw new IllegalArgumentException("A piece gives no more than came to it");
            }
        }

        long free() {
            return came - consumed;
        }
    }
}
