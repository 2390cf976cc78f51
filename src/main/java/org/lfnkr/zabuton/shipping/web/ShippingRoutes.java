package org.lfnkr.zabuton.shipping.web;

import org.lfnkr.zabuton.web.PublicRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ShippingRoutes {

    @Bean
    PublicRoutes postalCodeRoutes() {
        return PublicRoutes.get("/{lang}/postal-codes/{code}");
    }
}
