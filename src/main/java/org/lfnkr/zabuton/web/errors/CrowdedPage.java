package org.lfnkr.zabuton.web.errors;

import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.PublicRoutes;
import org.lfnkr.zabuton.web.SharedPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * What who comes with a crowd is told, as a page that is the same for everybody: made in advance,
 * it is told in place of another.
 */
@Controller
class CrowdedPage {

    private static final String PATH = "/busy";

    @GetMapping("/{lang:en|ja}" + PATH)
    Rendering show() {
        return Page.of("web/error")
                .with("kind", ErrorKind.CROWDED.key(false))
                .with("atDesk", false)
                .rendering();
    }

    @Configuration(proxyBeanMethods = false)
    static class Routes {

        @Bean
        PublicRoutes publicCrowdedPage() {
            return PublicRoutes.get("/{lang}" + PATH);
        }

        @Bean
        SharedPages sharedCrowdedPage() {
            return SharedPages.of(PATH);
        }
    }
}
