package org.lfnkr.zabuton.stock.movements;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of a piece's history; none is ever changed.
 *
 * @param onHand by how many pieces the stock changed
 * @param reserved by how many what is held changed
 * @param reason {@code made}, {@code received}, {@code reserved}, {@code released}, {@code sold},
 *     {@code replaced}, {@code returned}, {@code damaged}, {@code lost}, {@code counted}, {@code
 *     taken} to a counter or {@code brought} back from it
 * @param ground why pieces broke or were lost, see {@link Change}; null for any other reason
 * @param holder whose order it was, or which counter; null for what is for none
 * @param first the account of who said so before, where it took two; null otherwise
 * @param actor the account of the member of staff; null for what the shop does by itself
 * @param counted what was counted; null for any other reason
 * @param expected what should have been there then; null for any other reason
 */
record StockMovement(
        long id,
        Instant at,
        int onHand,
        int reserved,
        String reason,
        @Nullable String ground,
        @Nullable UUID holder,
        @Nullable String first,
        @Nullable String actor,
        @Nullable Integer counted,
        @Nullable Integer expected) {

    /** Whether the pieces went to a counter or came back from it. */
    public boolean counter() {
        return reason.equals("taken") || reason.equals("brought");
    }
}
