package org.lfnkr.zabuton.giving;

import org.lfnkr.zabuton.web.FormPage;
import org.lfnkr.zabuton.web.MemberRoutes;
import org.lfnkr.zabuton.web.OwnForms;
import org.lfnkr.zabuton.web.PublicRoutes;
import org.lfnkr.zabuton.web.SharedPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GivingRoutes {

    @Bean
    PublicRoutes givePageRoutes() {
        return PublicRoutes.get(
                "/{lang}/give",
                "/{lang}/give/check",
                "/{lang}/thanks",
                "/{lang}/gifts/{reference}/{key}",
                "/{lang}/gifts/{reference}/{key}/changes",
                "/{lang}/gifts/{reference}/{key}/charges/{payment}",
                "/{lang}/gifts/{reference}/{key}/cancellations",
                "/{lang}/gifts/{reference}/{key}/stop",
                "/{lang}/gifts/{reference}/{key}/undoings",
                "/{lang}/gifts/{reference}/{key}/card.pdf");
    }

    /** Until somebody has begun to answer it, the form is everybody's. */
    @Bean
    SharedPages sharedGivePages() {
        return SharedPages.of("/give")
                .madeOf("impact", "funds")
                .personalWith("__Host-give", "__Host-member");
    }

    /** Answers are kept in a cookie of the sender's own browser; the gift is another form. */
    @Bean
    OwnForms giveAnswers() {
        return OwnForms.of("/{lang}/give");
    }

    @Bean
    PublicRoutes giveFormRoutes() {
        return PublicRoutes.post(
                "/{lang}/give",
                "/{lang}/give/separately",
                "/{lang}/gifts",
                "/{lang}/gifts/{reference}/{key}/payments",
                "/{lang}/gifts/{reference}/{key}/cancellations",
                "/{lang}/gifts/{reference}/{key}/answers",
                "/{lang}/gifts/{reference}/{key}/repairs",
                "/{lang}/gifts/{reference}/{key}/stops",
                "/{lang}/gifts/{reference}/{key}/undoings");
    }

    @Bean
    FormPage giftCheckPage() {
        return new FormPage("/{lang}/gifts", "/{lang}/give/check");
    }

    @Bean
    FormPage giftStopPage() {
        return new FormPage(
                "/{lang}/gifts/{reference}/{key}/stops", "/{lang}/gifts/{reference}/{key}/stop");
    }

    @Bean
    FormPage myStopPage() {
        return new FormPage(
                "/{lang}/me/giving/{reference}/stops", "/{lang}/me/giving/{reference}/stop");
    }

    @Bean
    MemberRoutes myGivingPageRoutes() {
        return MemberRoutes.get(
                "/{lang}/me/giving",
                "/{lang}/me/giving/charges/{payment}",
                "/{lang}/me/giving/{reference}",
                "/{lang}/me/giving/{reference}/terms",
                "/{lang}/me/giving/{reference}/purposes",
                "/{lang}/me/giving/{reference}/days",
                "/{lang}/me/giving/{reference}/pauses",
                "/{lang}/me/giving/{reference}/resumptions",
                "/{lang}/me/giving/{reference}/undoings",
                "/{lang}/me/giving/{reference}/stop",
                "/{lang}/me/thanks",
                "/{lang}/me/thanks/{name}");
    }

    @Bean
    MemberRoutes myGivingFormRoutes() {
        return MemberRoutes.post(
                "/{lang}/me/giving/{reference}/terms",
                "/{lang}/me/giving/{reference}/purposes",
                "/{lang}/me/giving/{reference}/days",
                "/{lang}/me/giving/{reference}/pauses",
                "/{lang}/me/giving/{reference}/resumptions",
                "/{lang}/me/giving/{reference}/cards",
                "/{lang}/me/giving/{reference}/repairs",
                "/{lang}/me/giving/{reference}/stops",
                "/{lang}/me/giving/{reference}/undoings",
                "/{lang}/me/thanks",
                "/{lang}/me/thanks/{name}/successors",
                "/{lang}/me/thanks/{name}/withdrawals");
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
