package org.lfnkr.zabuton.giving.plans.desk;

import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What Today says of what is given again and again. */
@Configuration(proxyBeanMethods = false)
class PlanConcerns {

    @Bean
    @Order(30)
    Concern overduePlansConcern(PlanDeskStore plans) {
        return Concern.warning(
                "giving.concern.overdue",
                Right.SEE_GIVING,
                "/desk/plans?state=past-due",
                plans::overdue,
                Role.SHOP,
                Role.FINANCE);
    }
}
