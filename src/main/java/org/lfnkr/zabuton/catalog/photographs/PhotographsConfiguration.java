package org.lfnkr.zabuton.catalog.photographs;

import org.lfnkr.zabuton.web.PublicRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
class PhotographsConfiguration {

    /** A decoded photograph takes much memory, so there is one at a time. */
    @Bean(destroyMethod = "dispose")
    Scheduler darkroomScheduler() {
        return Schedulers.newSingle("darkroom", true);
    }

    @Bean
    PublicRoutes photographRoutes() {
        return PublicRoutes.get("/photographs/{hash}.jpg");
    }
}
