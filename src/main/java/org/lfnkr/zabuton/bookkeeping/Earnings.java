package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.giving.Gifts;
import org.lfnkr.zabuton.impact.FeeEstimate;
import org.lfnkr.zabuton.orders.Sales;
import org.lfnkr.zabuton.payments.PaymentId;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/** Asks those who take money what a payment was for. */
@Component
class Earnings {

    private final Sales sales;
    private final Gifts gifts;
    private final FeeEstimate fees;

    Earnings(Sales sales, Gifts gifts, FeeEstimate fees) {
        this.sales = sales;
        this.gifts = gifts;
        this.fees = fees;
    }

    /** Empty when nobody knows the purpose. */
    Mono<Earning> of(String purpose, PaymentId payment) {
        return sales.sale(purpose)
                .map(sale -> Earning.of(sale, fees))
                .switchIfEmpty(gifts.gift(purpose).map(gift -> Earning.of(gift, payment, fees)));
    }
}
