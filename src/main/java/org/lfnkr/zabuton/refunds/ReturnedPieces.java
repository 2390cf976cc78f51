package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.ParcelLine;

import reactor.core.publisher.Mono;

import java.util.List;

/**
 * How refunds learn what came back with returns and was looked at, so that nobody says a second
 * time what becomes of it. Whoever takes returns implements it, as a bean.
 */
public interface ReturnedPieces {

    /** {@link CameBack#NOTHING} where nothing waits for its money. */
    Mono<CameBack> waiting(OrderId order);

    /**
     * Their money goes back. The order is locked by the caller, whose transaction this joins.
     *
     * @param pieces no more than wait
     */
    Mono<Void> refunded(OrderId order, List<ParcelLine> pieces);
}
