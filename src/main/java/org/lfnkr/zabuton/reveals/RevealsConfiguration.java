package org.lfnkr.zabuton.reveals;

import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** How much may be opened, and what Today says of those who opened more. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RevealLimits.class)
class RevealsConfiguration {

    @Bean
    @Order(4)
    Concern manyRevealsConcern(RevealDays days) {
        return Concern.warning(
                "reveals.concern",
                Right.SEE_REVEALS,
                RevealsController.PATH + "#many",
                days::tallyOfMuch,
                Role.APPROVER);
    }
}
