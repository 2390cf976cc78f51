package org.lfnkr.zabuton.funds.disbursements;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;

/** What others may know of disbursements. */
@Service
public class Disbursements {

    private final DisbursementStore store;

    Disbursements(DisbursementStore store) {
        this.store = store;
    }

    /** Empty where there is none. */
    public Mono<Disbursement> find(DisbursementId id) {
        return store.find(id);
    }
}
