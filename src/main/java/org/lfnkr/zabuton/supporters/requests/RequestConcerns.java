package org.lfnkr.zabuton.supporters.requests;

import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What Today says of requests under the privacy law. */
@Configuration(proxyBeanMethods = false)
class RequestConcerns {

    @Bean
    @Order(32)
    Concern privacyRequestsConcern(RequestStore requests) {
        return Concern.task(
                "requests.concern",
                Right.SEE_PRIVACY_REQUESTS,
                "/desk/requests",
                requests::waiting,
                Role.SHOP);
    }
}
