package org.lfnkr.zabuton.content.web;

import org.lfnkr.zabuton.web.PublicRoutes;
import org.lfnkr.zabuton.web.SharedPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContentRoutes {

    @Bean
    PublicRoutes contentPages() {
        return PublicRoutes.get(
                "/{lang}/about",
                "/{lang}/faq",
                "/{lang}/contact",
                "/{lang}/disclosure",
                "/{lang}/privacy",
                "/{lang}/how-we-count",
                "/{lang}/gift-terms",
                "/{lang}/accessibility");
    }

    @Bean
    SharedPages sharedContentPages() {
        return SharedPages.of(
                        "/about",
                        "/faq",
                        "/contact",
                        "/disclosure",
                        "/privacy",
                        "/how-we-count",
                        "/gift-terms",
                        "/accessibility")
                .madeOf("catalog", "shipping", "impact");
    }
}
