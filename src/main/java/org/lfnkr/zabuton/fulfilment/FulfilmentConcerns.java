package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What Today says of parcels. */
@Configuration(proxyBeanMethods = false)
class FulfilmentConcerns {

    @Bean
    @Order(20)
    Concern parcelsToPackConcern(Dispatches dispatches) {
        return Concern.task(
                "fulfilment.concern.waiting",
                Right.SEE_PARCELS,
                "/desk/parcels",
                () -> dispatches.tally(false),
                Role.FULFILMENT,
                Role.SHOP);
    }

    @Bean
    @Order(20)
    Concern lateParcelsConcern(Dispatches dispatches) {
        return Concern.warning(
                "fulfilment.concern.late",
                Right.SEE_PARCELS,
                "/desk/parcels?late=yes",
                () -> dispatches.tally(true),
                Role.FULFILMENT,
                Role.SHOP);
    }
}
