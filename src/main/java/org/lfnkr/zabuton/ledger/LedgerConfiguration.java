package org.lfnkr.zabuton.ledger;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;

/** What is kept beside the journal. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    private static final String DAY_SUMS =
            """
            select encode(sha256(convert_to(coalesce(string_agg(line, E'\n' order by line collate "C"), ''), 'UTF8')), 'hex')
            from (select concat_ws(',', account, coalesce(fund, ''), booked_on, sum(yen)) as line
                  from ledger.balance group by account, fund, booked_on) as day
            """;

    @Bean
    @Order(10)
    Projection daySumsProjection(DatabaseClient database) {
        return new Projection(
                "ledger.day_sum",
                database.sql(DAY_SUMS).mapValue(String.class).one(),
                database.sql("select ledger.rebuild_sums()").then());
    }
}
