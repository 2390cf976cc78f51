package org.lfnkr.zabuton.funds.prices;

import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Claims that end, each queue put off for itself: what was put off at 60 days is back at 30. */
@Configuration(proxyBeanMethods = false)
class PriceConcerns {

    @Bean
    @Order(41)
    Concern claimsEndSoonConcern(Prices prices) {
        return concern(prices, Ending.IN_7);
    }

    @Bean
    @Order(42)
    Concern claimsEndInAMonthConcern(Prices prices) {
        return concern(prices, Ending.IN_30);
    }

    @Bean
    @Order(43)
    Concern claimsEndInTwoMonthsConcern(Prices prices) {
        return concern(prices, Ending.IN_60);
    }

    private static Concern concern(Prices prices, Ending ending) {
        return Concern.warning(
                "claims.concern." + ending.code(),
                Right.SEE_FUND_RULES,
                "/desk/outcome-prices?ending=" + ending.code(),
                () -> prices.tally(ending),
                Role.FINANCE);
    }
}
