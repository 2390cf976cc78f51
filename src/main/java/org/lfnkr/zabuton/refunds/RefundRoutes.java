package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.web.PublicRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RefundRoutes {

    @Bean
    PublicRoutes creditNoteRoutes() {
        return PublicRoutes.get("/{lang}/orders/{reference}/{key}/refunds/{refund}.pdf");
    }
}
