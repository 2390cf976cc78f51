package org.lfnkr.zabuton.stock.movements;

import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What Today says of the shelf. */
@Configuration(proxyBeanMethods = false)
class StockConcerns {

    @Bean
    @Order(40)
    Concern lowStockConcern(InventoryStore inventory) {
        return Concern.warning(
                "stock.concern.low",
                Right.SEE_STOCK,
                "/desk/stock?state=low",
                () ->
                        inventory
                                .totals(StockFilter.of("", "low", ""))
                                .map(low -> new Tally(low.kinds(), null)),
                Role.SHOP,
                Role.FULFILMENT);
    }
}
