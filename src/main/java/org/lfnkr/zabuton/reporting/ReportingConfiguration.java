package org.lfnkr.zabuton.reporting;

import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.lfnkr.zabuton.web.PublicRoutes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReportingProperties.class)
class ReportingConfiguration {

    /** Nothing that everybody sees is younger than weeks. */
    private static final Duration BETWEEN_SUMS = Duration.ofHours(6);

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
