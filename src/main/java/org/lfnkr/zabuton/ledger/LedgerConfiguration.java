package org.lfnkr.zabuton.ledger;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;

/** What is kept beside the journal. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    private static final String DAYS =
            Projection.BEGIN
                    + """
            select concat_ws(',', account, coalesce(fund, ''), booked_on, sum(yen)) as line
            from ledger.balance group by account, fund, booked_on
            """
                    + Projection.END;

    @Bean
    @Order(10)
    Projection daySumsProjection(DatabaseClient database) {
        return Projection.of(database, "ledger.day_sum", DAYS, "select ledger.rebuild_sums()");
    }
}
