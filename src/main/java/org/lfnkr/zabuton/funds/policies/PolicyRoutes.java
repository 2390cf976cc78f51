package org.lfnkr.zabuton.funds.policies;

import org.lfnkr.zabuton.web.PublicRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PolicyRoutes {

    @Bean
    PublicRoutes policyHistoryRoute() {
        return PublicRoutes.get("/{lang}/how-we-share");
    }
}
