package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.web.FormPage;
import org.lfnkr.zabuton.web.PublicRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReturnRoutes {

    private static final String ORDER = "/{lang}/orders/{reference}/{key}";
    private static final String WITHDRAWALS = ORDER + "/returns/{request}/withdrawals";

    @Bean
    PublicRoutes returnPageRoutes() {
        return PublicRoutes.get(ORDER + "/returns");
    }

    @Bean
    PublicRoutes returnFormRoutes() {
        return PublicRoutes.post(ORDER + "/returns", WITHDRAWALS);
    }

    @Bean
    FormPage returnWithdrawalPage() {
        return new FormPage(WITHDRAWALS, ORDER);
    }
}
