package org.lfnkr.zabuton.payments;

import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds by itself what nobody tells about payments. */
@NamedInterface("inside")
@Component
public class PaymentSweep {

    private final PaymentStore payments;
    private final RefundStore refunds;
    private final Inquiry inquiry;

    PaymentSweep(PaymentStore payments, RefundStore refunds, Inquiry inquiry) {
        this.payments = payments;
        this.refunds = refunds;
        this.inquiry = inquiry;
    }

    /** Asks about payments and refunds that have not ended; says about how many. */
    public Mono<Long> checkDue() {
        return payments.claimChecks()
                .concatWith(refunds.claimUnderWay())
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(inquiry::ask)
                .count();
    }
}
