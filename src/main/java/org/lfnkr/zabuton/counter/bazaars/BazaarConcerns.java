package org.lfnkr.zabuton.counter.bazaars;

import org.lfnkr.zabuton.closing.Obstacle;
import org.lfnkr.zabuton.closing.Obstacle.Found;
import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What Today says of bazaars that are not closed, and that a month waits for them. */
@Configuration(proxyBeanMethods = false)
class BazaarConcerns {

    @Bean
    @Order(65)
    Concern openBazaarsConcern(Bazaars bazaars) {
        return Concern.warning(
                "counter.concern.open",
                Right.SEE_BAZAARS,
                "/desk/bazaars?late",
                bazaars::tallyOfLate,
                Role.FINANCE,
                Role.SHOP);
    }

    /** What is in their trays nobody has counted. */
    @Bean
    @Order(40)
    Obstacle openBazaarsObstacle(Bazaars bazaars) {
        return Obstacle.waivable(
                "trays", "/desk/bazaars?late", until -> bazaars.tallyOfLate().map(Found::of));
    }
}
