package org.lfnkr.zabuton.refunds.held;

import org.lfnkr.zabuton.closing.Obstacle;
import org.lfnkr.zabuton.closing.Obstacle.Found;
import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.payments.processing.HeldPayments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What Today says of what is held. */
@Configuration(proxyBeanMethods = false)
class HeldConcerns {

    @Bean
    @Order(5)
    Concern heldPaymentsConcern(HeldPayments payments) {
        return Concern.warning(
                "held.concern",
                Right.SEE_FAILED_REFUNDS,
                "/desk/held",
                payments::waiting,
                Role.FINANCE,
                Role.SHOP);
    }

    @Bean
    @Order(20)
    Obstacle heldPaymentsObstacle(HeldPayments payments) {
        return Obstacle.waivable("held", "/desk/held", until -> payments.waiting().map(Found::of));
    }
}
