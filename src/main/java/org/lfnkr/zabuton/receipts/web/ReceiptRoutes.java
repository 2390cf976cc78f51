package org.lfnkr.zabuton.receipts.web;

import org.lfnkr.zabuton.web.FormPage;
import org.lfnkr.zabuton.web.MemberRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReceiptRoutes {

    @Bean
    MemberRoutes receiptPageRoutes() {
        return MemberRoutes.get(
                "/{lang}/me/receipts",
                "/{lang}/me/receipts/form",
                "/{lang}/me/receipts/{receipt}/document.pdf",
                "/{lang}/me/receipts/{receipt}/form",
                "/{lang}/me/statements/{year}.pdf");
    }

    @Bean
    FormPage reissuePage() {
        return new FormPage(
                "/{lang}/me/receipts/{receipt}/successors", "/{lang}/me/receipts/{receipt}/form");
    }

    @Bean
    MemberRoutes receiptFormRoutes() {
        return MemberRoutes.post("/{lang}/me/receipts", "/{lang}/me/receipts/{receipt}/successors");
    }
}
