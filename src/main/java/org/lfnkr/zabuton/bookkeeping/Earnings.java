package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.giving.Gifts;
import org.lfnkr.zabuton.impact.FeeEstimate;
import org.lfnkr.zabuton.orders.Sales;
import org.lfnkr.zabuton.payments.PaymentId;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;

/** Asks those who take money what a payment was for. */
@Component
class Earnings {

    private final List<Sales> sales;
    private final Gifts gifts;
    private final FeeEstimate fees;

    Earnings(List<Sales> sales, Gifts gifts, FeeEstimate fees) {
        this.sales = sales;
        this.gifts = gifts;
        this.fees = fees;
    }

    /** Empty when nobody knows the purpose. */
    Mono<Earning> of(String purpose, PaymentId payment) {
        return Flux.fromIterable(sales)
                .concatMap(those -> those.sale(purpose))
                .next()
                .map(sale -> Earning.of(sale, fees))
                .switchIfEmpty(
                        gifts.gift(purpose, payment).map(gift -> Earning.of(gift, payment, fees)));
    }
}
