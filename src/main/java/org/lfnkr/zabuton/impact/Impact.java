package org.lfnkr.zabuton.impact;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;

import java.time.LocalDate;

/** What may be said about what money makes possible. */
@Service
public class Impact {

    private final PriceBook prices;
    private final AllocationStore allocations;

    Impact(PriceBook prices, AllocationStore allocations) {
        this.prices = prices;
        this.allocations = allocations;
    }

    /**
     * The price of an outcome on a day of the Tokyo calendar; empty when there is none whose
     * evidence is still good, and then nothing may be claimed.
     *
     * @param outcome the outcome's code, such as {@code rice}
     */
    public Mono<OutcomePrice> price(String outcome, LocalDate on) {
        return prices.valid(outcome, on);
    }

    /** The allocation policy in force on a day of the Tokyo calendar. */
    public Mono<AllocationPolicy> policy(LocalDate on) {
        return allocations.inForce(on);
    }
}
