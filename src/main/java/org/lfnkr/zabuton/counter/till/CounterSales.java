package org.lfnkr.zabuton.counter.till;

import org.lfnkr.zabuton.counter.BazaarStore;
import org.lfnkr.zabuton.orders.Sale;
import org.lfnkr.zabuton.orders.Sales;
import org.lfnkr.zabuton.stock.Holders;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Tells the books what was paid for at a counter, and the stock what its bazaars are called. */
@Component
class CounterSales implements Sales, Holders {

    private final SaleStore sales;
    private final BazaarStore bazaars;

    CounterSales(SaleStore sales, BazaarStore bazaars) {
        this.sales = sales;
        this.bazaars = bazaars;
    }

    @Override
    public Mono<Sale> sale(String purpose) {
        return Mono.justOrEmpty(CounterSale.ofPurpose(purpose))
                .flatMap(sales::find)
                .flatMap(sale -> bazaars.find(sale.bazaar()).map(it -> sale.sale(it.called())));
    }

    @Override
    public Mono<Map<UUID, String>> references(Collection<UUID> holders) {
        return bazaars.called(holders);
    }
}
