package org.lfnkr.zabuton.catalog;

import org.lfnkr.zabuton.web.PublicRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogRoutes {

    @Bean
    PublicRoutes pictureRoutes() {
        return PublicRoutes.get("/pictures/{name}.svg");
    }
}
