package org.lfnkr.zabuton.catalog;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;

import reactor.core.publisher.Mono;

import java.time.LocalDate;

/** Knows what the page of a product would say of one piece on a day, before it does. */
public interface Outlook {

    Mono<Prospect> of(Offer offer, LocalDate day);

    /**
     * What one piece, sent within Tokyo, would earn and could fund.
     *
     * @param profit never below zero; null where its costs are not known
     * @param claim in words, such as {@code 10 kg of rice}; null for no claim
     */
    record Prospect(@Nullable Money profit, @Nullable Bilingual claim) {

        /** Whether nothing would be left of its price for those whom it is to help. */
        public boolean earnsNothing() {
            return profit != null && !profit.isPositive();
        }
    }
}
