package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.web.FormPage;
import org.lfnkr.zabuton.web.OwnForms;
import org.lfnkr.zabuton.web.PublicRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrderRoutes {

    @Bean
    PublicRoutes checkoutPageRoutes() {
        return PublicRoutes.get(
                "/{lang}/cart",
                "/{lang}/checkout",
                "/{lang}/checkout/check",
                "/{lang}/orders/{reference}/{key}/cancellations",
                "/{lang}/orders/{reference}/{key}/receipt",
                "/{lang}/checkout/proof",
                "/{lang}/orders/{reference}/{key}/receipt.pdf");
    }

    @Bean
    PublicRoutes checkoutFormRoutes() {
        return PublicRoutes.post(
                "/{lang}/cart/lines",
                "/{lang}/cart/lines/{variant}",
                "/{lang}/cart/gift",
                "/{lang}/cart/destination",
                "/{lang}/checkout",
                "/{lang}/checkout/separately",
                "/{lang}/checkout/proof",
                "/{lang}/checkout/proof/mails",
                "/{lang}/orders");
    }

    /** What they change is the cart in the sender's own browser. */
    @Bean
    OwnForms cartForms() {
        return OwnForms.of(
                "/{lang}/cart/lines",
                "/{lang}/cart/lines/{variant}",
                "/{lang}/cart/gift",
                "/{lang}/cart/destination");
    }

    @Bean
    FormPage orderPage() {
        return new FormPage("/{lang}/orders", "/{lang}/checkout/check");
    }

    @Bean
    PublicRoutes orderFormRoutes() {
        return PublicRoutes.post(
                "/{lang}/orders/{reference}/{key}/receipt",
                "/{lang}/orders/{reference}/{key}/payments",
                "/{lang}/orders/{reference}/{key}/cancellations");
    }
}
