package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.stock.Unsent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

/**
 * Tells those who count the shelf what lies there for parcels. Pieces of orders that were stopped
 * lie apart, until somebody has decided on them.
 */
@Repository
class UnsentPieces implements Unsent {

    private final DatabaseClient database;

    UnsentPieces(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Integer> pieces(VariantId variant) {
        return database.sql(
                        """
                        select coalesce(sum(line.remaining), 0)::int as pieces
                          from fulfilment.dispatch d join fulfilment.line using (order_id)
                         where d.remaining > 0 and not d.stopped and line.variant = :variant
                        """)
                .bind("variant", variant.value())
                .mapValue(Integer.class)
                .one();
    }
}
