package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.ledger.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * What follows from purchases, deliveries and whose money was spent. What people were told of it
 * and when, in mails and dated corrections, is a fact: nobody can be told anew what was said then.
 */
@Configuration(proxyBeanMethods = false)
class OutcomeProjections {

    private static final String SHARES =
            Projection.BEGIN
                    + """
            select concat_ws(',', disbursement, 'kept', kept) as line from funds.purchase
            union all
            select concat_ws(',', disbursement, subject, yen) from funds.share where yen > 0
            """
                    + Projection.END;

    private static final String PROGRESS =
            Projection.BEGIN
                    + """
            select concat_ws(',', subject, bought_units, expected_units, delivered_units) as line
            from impact.progress where bought_units > 0
            """
                    + Projection.END;

    private static final String TOLD =
            Projection.BEGIN
                    + "select concat_ws(',', outcome, bought) as line from impact.told where bought > 0"
                    + Projection.END;

    @Bean
    @Order(50)
    Projection sharesProjection(DatabaseClient database) {
        return Projection.of(database, "funds.share", SHARES, "select funds.rebuild_shares()");
    }

    @Bean
    @Order(60)
    Projection progressProjection(DatabaseClient database) {
        return Projection.of(
                database, "impact.progress", PROGRESS, "select funds.rebuild_progress()");
    }

    @Bean
    @Order(70)
    Projection toldProjection(DatabaseClient database) {
        return Projection.of(database, "impact.told", TOLD, "select impact.rebuild_told()");
    }
}
