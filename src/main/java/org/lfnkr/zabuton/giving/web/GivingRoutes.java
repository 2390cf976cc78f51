package org.lfnkr.zabuton.giving.web;

import org.lfnkr.zabuton.web.PublicRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GivingRoutes {

    @Bean
    PublicRoutes givePageRoutes() {
        return PublicRoutes.get(
                "/{lang}/give",
                "/{lang}/give/check",
                "/{lang}/gifts/{reference}/{key}",
                "/{lang}/gifts/{reference}/{key}/changes");
    }

    @Bean
    PublicRoutes giveFormRoutes() {
        return PublicRoutes.post(
                "/{lang}/give",
                "/{lang}/gifts",
                "/{lang}/gifts/{reference}/{key}/payments",
                "/{lang}/gifts/{reference}/{key}/cancellations",
                "/{lang}/gifts/{reference}/{key}/answers");
    }

    @Bean
    PublicRoutes giveProofPages() {
        return PublicRoutes.get("/{lang}/give/proof");
    }

    @Bean
    PublicRoutes giveProofForms() {
        return PublicRoutes.post("/{lang}/give/proof", "/{lang}/give/proof/mails");
    }
}
