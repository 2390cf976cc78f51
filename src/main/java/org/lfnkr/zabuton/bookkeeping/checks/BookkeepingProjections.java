package org.lfnkr.zabuton.bookkeeping.checks;

import org.lfnkr.zabuton.ledger.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;

/** What is kept beside the journal and the lots, and follows from them. */
@Configuration(proxyBeanMethods = false)
class BookkeepingProjections {

    private static final String DAYS =
            Projection.BEGIN
                    + """
            select concat_ws(',', booked_on, charge, origin, means, coalesce(sku, ''), kind,
                             coalesce(fund, ''), sum(yen)) as line
            from bookkeeping.day group by booked_on, charge, origin, means, sku, kind, fund
            """
                    + Projection.END;

    private static final String PIECES =
            Projection.BEGIN
                    + """
            select concat_ws(',', lot, no, fund, came, consumed, unspent) as line from bookkeeping.piece
            """
                    + Projection.END;

    private static final String STATEMENTS =
            Projection.BEGIN
                    + """
            select concat_ws(',', subject, state, funded_yen, funded_units) as line from impact.statement
            """
                    + Projection.END;

    @Bean
    @Order(20)
    Projection lotDaysProjection(DatabaseClient database) {
        return Projection.of(
                database, "bookkeeping.day_sum", DAYS, "select bookkeeping.rebuild_sums()");
    }

    @Bean
    @Order(30)
    Projection piecesProjection(DatabaseClient database) {
        return Projection.of(
                database, "bookkeeping.piece", PIECES, "select bookkeeping.rebuild_pieces()");
    }

    @Bean
    @Order(40)
    Projection statementsProjection(DatabaseClient database) {
        return Projection.of(
                database,
                "impact.statement",
                STATEMENTS,
                "select bookkeeping.rebuild_statements()");
    }
}
