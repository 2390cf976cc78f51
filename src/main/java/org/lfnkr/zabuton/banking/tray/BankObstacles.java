package org.lfnkr.zabuton.banking.tray;

import org.lfnkr.zabuton.closing.Obstacle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;

/** What of the bank stands in the way of closing a month. */
@Configuration(proxyBeanMethods = false)
class BankObstacles {

    private static final String OPEN =
            """
            select count(*) as count, cast(coalesce(sum(abs(yen)), 0) as bigint) as yen
            from banking.row where open
            """;

    @Bean
    @Order(15)
    Obstacle openRowsObstacle(DatabaseClient database) {
        return Obstacle.waivable(
                "rows",
                BankRowsController.PATH,
                until -> database.sql(OPEN).map(row -> Obstacle.Found.of(row)).one());
    }
}
