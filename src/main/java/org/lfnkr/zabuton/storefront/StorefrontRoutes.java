package org.lfnkr.zabuton.storefront;

import org.lfnkr.zabuton.web.MemberRoutes;
import org.lfnkr.zabuton.web.PublicRoutes;
import org.lfnkr.zabuton.web.SharedPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StorefrontRoutes {

    @Bean
    PublicRoutes shopPageRoutes() {
        return PublicRoutes.get(
                "/{lang}", "/{lang}/products", "/{lang}/products/{slug}", "/sitemap.xml");
    }

    /** Their figures hang on where a piece would be sent. */
    @Bean
    SharedPages homePage() {
        return ofTheShop("");
    }

    @Bean
    SharedPages shelfPages() {
        return ofTheShop("/products").differingBy("after");
    }

    @Bean
    SharedPages productPages() {
        return ofTheShop("/products/*").differingBy("colour");
    }

    private static SharedPages ofTheShop(String pattern) {
        return SharedPages.of(pattern)
                .differingByCookie("__Host-destination")
                .madeOf("catalog", "shipping", "stock", "impact");
    }

    @Bean
    MemberRoutes myPageRoutes() {
        return MemberRoutes.get("/{lang}/me", "/{lang}/me/consents");
    }

    @Bean
    MemberRoutes consentFormRoutes() {
        return MemberRoutes.post("/{lang}/me/consents/withdrawals");
    }

    @Bean
    PublicRoutes orderPageRoutes() {
        return PublicRoutes.get(
                "/{lang}/orders/{reference}/{key}", "/{lang}/orders/{reference}/{key}/changes");
    }
}
