package org.lfnkr.zabuton.evidence.blackened;

import org.lfnkr.zabuton.web.PublicRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BlackenedConfiguration {

    @Bean
    PublicRoutes blackenedRoutes() {
        return PublicRoutes.get("/evidence/{hash}.jpg");
    }
}
