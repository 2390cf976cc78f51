package org.lfnkr.zabuton.funds.disbursements;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.LocalDate;

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

    /**
     * Those that were approved within some days, the oldest first, with those that have come back
     * since.
     *
     * @param from first day in Tokyo
     * @param until last such day
     */
    public Flux<Disbursement> list(LocalDate from, LocalDate until) {
        return store.approved(from, until);
    }

    /**
     * Those that were approved until a day and are not at their end: not paid, or paid and without
     * invoice or delivery. The oldest first.
     *
     * @param until last day in Tokyo
     */
    public Flux<Disbursement> unfinished(LocalDate until) {
        return store.unfinished(until);
    }
}
