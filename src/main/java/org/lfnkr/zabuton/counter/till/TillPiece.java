package org.lfnkr.zabuton.counter.till;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.counter.box.BoxPiece;
import org.lfnkr.zabuton.kernel.Money;

/**
 * A kind of piece at the till.
 *
 * @param price of one, tax included; null where it is not on sale any more
 * @param chosen how many were tapped
 * @param more the basket with one more; null where there is no more
 * @param less the basket with one less; null where there is none
 */
record TillPiece(
        BoxPiece piece,
        @Nullable Money price,
        int chosen,
        @Nullable Basket more,
        @Nullable Basket less) {

    static TillPiece of(BoxPiece piece, Basket basket, @Nullable Offer offer) {
        Basket more = basket.more(piece);
        int chosen = basket.of(piece);
        return new TillPiece(
                piece,
                offer == null ? null : offer.variant().price(),
                chosen,
                offer == null || more.equals(basket) ? null : more,
                chosen == 0 ? null : basket.less(piece));
    }
}
