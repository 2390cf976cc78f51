package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.payments.PaymentId;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;

import java.util.List;

/** What the books say of a payment. */
@Service
public class Bookkeeping {

    private final BookkeepingStore store;

    Bookkeeping(BookkeepingStore store) {
        this.store = store;
    }

    /**
     * What is still there of each part of a payment; together the payment less what went back.
     * Empty before the payment is booked and after it has gone back whole.
     */
    public Mono<List<Lot>> lots(PaymentId payment) {
        return store.lots(payment);
    }
}
