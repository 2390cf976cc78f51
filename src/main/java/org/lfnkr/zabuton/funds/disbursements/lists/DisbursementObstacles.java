package org.lfnkr.zabuton.funds.disbursements.lists;

import org.lfnkr.zabuton.closing.Obstacle;
import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;

/** What of disbursements stands in the way of closing a month. */
@Configuration(proxyBeanMethods = false)
class DisbursementObstacles {

    private static final String UNSHOWN =
            """
            select count(*) as count, cast(coalesce(sum(yen - back), 0) as bigint) as yen
            from funds.disbursement where state = 'PAID'
            """;

    /** Paid, and not shown by invoice and delivery. */
    @Bean
    @Order(45)
    Obstacle unshownDisbursementsObstacle(DatabaseClient database) {
        return Obstacle.waivable(
                "evidence",
                Disbursement.PATH + "?state=paid",
                until -> database.sql(UNSHOWN).map(row -> Obstacle.Found.of(row)).one());
    }
}
