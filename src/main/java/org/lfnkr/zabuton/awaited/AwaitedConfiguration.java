package org.lfnkr.zabuton.awaited;

import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.lfnkr.zabuton.web.PublicRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class AwaitedConfiguration {

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(2);
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);

    @Bean
    PublicRoutes awaitedPageRoutes() {
        return PublicRoutes.get(
                "/{lang}/awaited",
                "/{lang}/awaited/proof",
                "/{lang}/awaited/check",
                "/{lang}/awaited/done",
                "/{lang}/awaited/full",
                "/{lang}/awaited/ended");
    }

    @Bean
    PublicRoutes awaitedFormRoutes() {
        return PublicRoutes.post(
                "/{lang}/awaited",
                "/{lang}/awaited/proof",
                "/{lang}/awaited/proof/mails",
                "/{lang}/awaited/check",
                "/{lang}/awaited/endings");
    }

    @Bean
    Worker awaitedWorker(Workers workers, Waits waits) {
        return workers.every(BETWEEN_LOOKS, "awaited.tell", waits::tell);
    }

    @Bean
    Worker awaitedSweepWorker(Workers workers, Waits waits) {
        return workers.every(BETWEEN_SWEEPS, "awaited.sweep", waits::sweep);
    }
}
