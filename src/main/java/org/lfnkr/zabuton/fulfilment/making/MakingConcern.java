package org.lfnkr.zabuton.fulfilment.making;

import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What Today says of things to be made. */
@Configuration(proxyBeanMethods = false)
class MakingConcern {

    @Bean
    @Order(21)
    Concern piecesToMakeConcern(MakingStore store) {
        return Concern.task(
                "fulfilment.making.concern",
                Right.SEE_PARCELS,
                "/desk/making?unready=yes",
                store::tally,
                Role.FULFILMENT,
                Role.SHOP);
    }
}
