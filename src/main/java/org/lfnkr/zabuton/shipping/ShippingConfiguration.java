package org.lfnkr.zabuton.shipping;

import org.lfnkr.zabuton.outbox.Remembered;
import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.lfnkr.zabuton.web.PageVersions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
class ShippingConfiguration {

    /** How old the tariff may become where a notification was lost. */
    private static final Duration OLDEST = Duration.ofMinutes(1);

    @Bean
    Remembered<Tariff> rememberedTariff(ShippingStore store) {
        return new Remembered<>(store.tariff());
    }

    @Bean
    Worker shippingWorker(Workers workers, PageVersions pages, Remembered<Tariff> tariff) {
        return workers.every(
                OLDEST,
                "shipping",
                () -> tariff.refresh().doOnNext(fresh -> pages.changed("shipping")));
    }
}
