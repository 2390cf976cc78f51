package org.lfnkr.zabuton.payments;

import org.lfnkr.zabuton.metrics.Reading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** Money on its way, and what Stripe told that nobody has read, for whoever watches. */
@Configuration(proxyBeanMethods = false)
class PaymentReadings {

    @Bean
    Reading paymentsWaitingReading(DatabaseClient database) {
        return Reading.of(
                "zabuton.payments.waiting",
                "Payments that are neither paid nor over",
                database,
                """
                select count(*)::float8 from payments.payment
                where status in ('REQUESTED', 'OPEN', 'AWAITING')
                """);
    }

    @Bean
    Reading webhookLagReading(DatabaseClient database) {
        return Reading.of(
                "zabuton.webhooks.lag.seconds",
                "Age of the oldest notice of Stripe that was not followed",
                database,
                """
                select coalesce(extract(epoch from now() - min(received_at)), 0)::float8
                from payments.inbox where done_at is null
                """);
    }

    @Bean
    Reading unexplainedBalanceReading(DatabaseClient database) {
        return Reading.of(
                "zabuton.balance.unexplained.yen",
                "Yen moved on the balance at Stripe that the books do not explain yet",
                database,
                """
                select coalesce(sum(abs(net)), 0)::float8
                from payments.balance_line where explained_at is null
                """);
    }
}
