package org.lfnkr.zabuton.stock.counts;

import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What Today says of counts and losses that one person has noted. */
@Configuration(proxyBeanMethods = false)
class CountConcerns {

    @Bean
    @Order(41)
    Concern secondLookConcern(CountStore counts) {
        return Concern.task(
                "stock.concern.second",
                Right.KEEP_STOCK,
                "/desk/stock/counts",
                () -> counts.seconds().map(some -> new Tally(some, null)),
                Role.SHOP,
                Role.FULFILMENT);
    }
}
