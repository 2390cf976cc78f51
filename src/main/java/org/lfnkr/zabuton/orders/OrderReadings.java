package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.metrics.Reading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** How busy the shop is, for whoever watches. */
@Configuration(proxyBeanMethods = false)
class OrderReadings {

    @Bean
    Reading ordersPlacedReading(DatabaseClient database) {
        return Reading.of(
                "zabuton.orders.placed.last.hour",
                "Orders placed within the last hour",
                database,
                """
                select count(*)::float8 from orders.orders
                where placed_at > now() - interval '1 hour'
                """);
    }
}
