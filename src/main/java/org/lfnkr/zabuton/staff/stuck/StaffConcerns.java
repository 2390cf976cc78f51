package org.lfnkr.zabuton.staff.stuck;

import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.outbox.ParkedWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What Today says of the machine. */
@Configuration(proxyBeanMethods = false)
class StaffConcerns {

    @Bean
    @Order(50)
    Concern stuckWorkConcern(ParkedWork parked) {
        return Concern.warning(
                "staff.concern.stuck",
                Right.SEE_STUCK_WORK,
                "/desk/work",
                parked::tally,
                Role.ADMIN,
                Role.SHOP);
    }
}
