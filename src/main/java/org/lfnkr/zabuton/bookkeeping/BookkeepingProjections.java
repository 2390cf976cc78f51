package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.ledger.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;

/** What is kept beside the journal and the lots, and follows from them. */
@Configuration(proxyBeanMethods = false)
class BookkeepingProjections {

    private static final String BEGIN =
            "select encode(sha256(convert_to(coalesce("
                    + "string_agg(line, E'\\n' order by line collate \"C\"), ''), 'UTF8')), 'hex') from (";

    private static final String END = ") as figures";

    private static final String DAYS =
            BEGIN
                    + """
                    select concat_ws(',', booked_on, charge, origin, means, coalesce(sku, ''), kind,
                                     coalesce(fund, ''), sum(yen)) as line
                    from bookkeeping.day group by booked_on, charge, origin, means, sku, kind, fund
                    """
                    + END;

    private static final String PIECES =
            BEGIN
                    + "select concat_ws(',', lot, no, fund, came, consumed, unspent) as line"
                    + " from bookkeeping.piece"
                    + END;

    private static final String STATEMENTS =
            BEGIN
                    + "select concat_ws(',', subject, state, funded_yen, funded_units) as line"
                    + " from impact.statement"
                    + END;

    @Bean
    @Order(20)
    Projection lotDaysProjection(DatabaseClient database) {
        return new Projection(
                "bookkeeping.day_sum",
                database.sql(DAYS).mapValue(String.class).one(),
                database.sql("select bookkeeping.rebuild_sums()").then());
    }

    @Bean
    @Order(30)
    Projection piecesProjection(DatabaseClient database) {
        return new Projection(
                "bookkeeping.piece",
                database.sql(PIECES).mapValue(String.class).one(),
                database.sql("select bookkeeping.rebuild_pieces()").then());
    }

    @Bean
    @Order(40)
    Projection statementsProjection(DatabaseClient database) {
        return new Projection(
                "impact.statement",
                database.sql(STATEMENTS).mapValue(String.class).one(),
                database.sql("select bookkeeping.rebuild_statements()").then());
    }
}
