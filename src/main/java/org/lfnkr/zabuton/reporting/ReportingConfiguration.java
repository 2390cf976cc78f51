package org.lfnkr.zabuton.reporting;

import org.lfnkr.zabuton.ledger.Projection;
import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.lfnkr.zabuton.web.PublicRoutes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReportingProperties.class)
class ReportingConfiguration {

    /** Nothing that everybody sees is younger than weeks. */
    private static final Duration BETWEEN_SUMS = Duration.ofHours(6);

    private static final String MONTHS =
            Projection.BEGIN
                    + """
            select concat_ws(',', fund, month, flow, item, yen, givers,
                             (select string_agg(one::text, ' ' order by one) from unnest(few) one)) as line
            from reporting.month_sum
            """
                    + Projection.END;

    /** What has come since they were summed last is no difference. */
    @Bean
    @Order(80)
    Projection monthSumsProjection(DatabaseClient database, ReportStore store) {
        return Projection.of(
                        database, "reporting.month_sum", MONTHS, "select reporting.rebuild_sums()")
                .after(Mono.defer(store::sumUp));
    }

    @Bean
    Worker reportSums(Workers workers, ReportStore store) {
        return workers.every(BETWEEN_SUMS, "report-sums", store::sumUp);
    }

    @Bean
    PublicRoutes reportRoutes() {
        return PublicRoutes.get(
                "/{lang}/reports",
                "/{lang}/reports/{fund}",
                "/{lang}/reports/disbursements/{number}");
    }
}
