package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.orders.Sale;
import org.lfnkr.zabuton.orders.Sales;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/** Lets the application start in tests as long as no module sells anything. */
@Fallback
@Component
class NoSales implements Sales {

    @Override
    public Mono<Sale> sale(String purpose) {
        return Mono.empty();
    }
}
