package org.lfnkr.zabuton.catalog;

import org.lfnkr.zabuton.outbox.Remembered;
import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.lfnkr.zabuton.web.PageVersions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

    /** How old the shelf may become where a notification was lost. */
    private static final Duration OLDEST = Duration.ofMinutes(1);

    @Bean
    Remembered<Shelf> rememberedShelf(CatalogStore store) {
        return new Remembered<>(store.shelf());
    }

    @Bean
    Worker catalogWorker(Workers workers, PageVersions pages, Remembered<Shelf> shelf) {
        return workers.every(
                OLDEST,
                "catalog",
                () -> shelf.refresh().doOnNext(fresh -> pages.changed("catalog")));
    }
}
