package org.lfnkr.zabuton.storefront.desk;

import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What Today says of a shop in which nobody can order yet. */
@Configuration(proxyBeanMethods = false)
class OpeningConcerns {

    @Bean
    @Order(1)
    Concern openingConcern(Readiness readiness) {
        return Concern.task(
                "storefront.concern.opening",
                Right.COME_IN,
                "/desk/opening",
                () ->
                        readiness
                                .ofShut()
                                .map(opening -> new Tally(opening.left(), null))
                                .defaultIfEmpty(new Tally(0, null)),
                Role.values());
    }
}
