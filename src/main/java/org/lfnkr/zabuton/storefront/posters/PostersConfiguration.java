package org.lfnkr.zabuton.storefront.posters;

import org.lfnkr.zabuton.web.PublicRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
class PostersConfiguration {

    /** A drawing takes a processor for a moment, so there is one at a time. */
    @Bean(destroyMethod = "dispose")
    Scheduler postersScheduler() {
        return Schedulers.newSingle("posters", true);
    }

    @Bean
    PublicRoutes posterRoutes() {
        return PublicRoutes.get(
                "/{lang}/posters/{page}.png", "/{lang}/posters/products/{slug}.png");
    }
}
