package org.lfnkr.zabuton.catalog.photographs;

import org.lfnkr.zabuton.web.PublicRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PhotographsConfiguration {

    @Bean
    PublicRoutes photographRoutes() {
        return PublicRoutes.get("/photographs/{hash}.jpg");
    }
}
