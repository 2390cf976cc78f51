package org.lfnkr.zabuton.supporters;

import org.lfnkr.zabuton.web.FormPage;
import org.lfnkr.zabuton.web.MemberRoutes;
import org.lfnkr.zabuton.web.PublicRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SupporterRoutes {

    @Bean
    PublicRoutes signInPages() {
        return PublicRoutes.get(
                "/{lang}/sign-in",
                "/{lang}/sign-in/code",
                "/{lang}/sign-in/link",
                "/{lang}/sign-in/links/{token}",
                "/{lang}/farewell",
                "/{lang}/addresses/links/{token}",
                "/{lang}/addresses/link",
                "/{lang}/address-changes/links/{token}",
                "/{lang}/address-changes/link");
    }

    @Bean
    PublicRoutes signInForms() {
        return PublicRoutes.post(
                "/{lang}/sign-in",
                "/{lang}/sign-in/code",
                "/{lang}/sign-in/link",
                "/{lang}/addresses/link",
                "/{lang}/address-changes/link");
    }

    @Bean
    MemberRoutes sessionPages() {
        return MemberRoutes.get("/{lang}/me/sessions");
    }

    @Bean
    MemberRoutes sessionForms() {
        return MemberRoutes.post(
                "/{lang}/me/sign-outs",
                "/{lang}/me/sessions/endings",
                "/{lang}/me/sessions/{ended}/endings");
    }

    @Bean
    MemberRoutes dataPages() {
        return MemberRoutes.get(
                "/{lang}/me/data",
                "/{lang}/me/data/copy.json",
                "/{lang}/me/data/copy.pdf",
                "/{lang}/me/data/name",
                "/{lang}/me/data/erasure",
                "/{lang}/me/data/addresses",
                "/{lang}/me/data/addresses/code");
    }

    @Bean
    FormPage erasurePage() {
        return new FormPage("/{lang}/me/data/erasures", "/{lang}/me/data/erasure");
    }

    @Bean
    MemberRoutes dataForms() {
        return MemberRoutes.post(
                "/{lang}/me/data/name",
                "/{lang}/me/data/erasures",
                "/{lang}/me/data/addresses",
                "/{lang}/me/data/addresses/code",
                "/{lang}/me/data/addresses/{joined}/separations");
    }
}
