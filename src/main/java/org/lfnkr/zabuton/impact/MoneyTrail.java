package org.lfnkr.zabuton.impact;

import org.lfnkr.zabuton.kernel.Language;

import reactor.core.publisher.Mono;

import java.util.UUID;

/**
 * Follows the money of an order or a gift, lot by lot. A bean of the module that knows purchases;
 * pages of modules below ask for it here.
 */
public interface MoneyTrail {

    /**
     * @param subject the order, or the payment of a gift
     * @return empty before anything is paid
     */
    Mono<Trail> of(UUID subject, Language language);
}
