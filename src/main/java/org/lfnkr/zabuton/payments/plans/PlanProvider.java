package org.lfnkr.zabuton.payments.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.hosted.PageProvider;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who charges plans. Nothing here is called in a transaction, and an answer that is unknown is
 * asked for again under the same key.
 */
public interface PlanProvider extends PageProvider {

    /** Exactly what is said to open a plan's page, to be kept before it is said. */
    Map<String, Object> parameters(PlanId id, PlanRequest request, UUID terms, Instant expiresAt);

    /** Refused as present where it is known already. */
    Mono<Answer<String>> createProduct(String id, String name);

    /** Opens a page. The same key never opens two. */
    Mono<Answer<PlanFacts.Page>> createPage(Map<String, Object> exact, String key);

    Mono<Answer<PlanFacts.Page>> page(String session);

    /** Ends a page that is open; refused once it is finished. */
    Mono<Answer<PlanFacts.Page>> expirePage(String session);

    /** Looks for a plan's page when its id never reached us. */
    Mono<Answer<Optional<String>>> pageFor(PlanId id, Instant requestedAt);

    /**
     * All about a plan whose page is known, or already what came of it.
     *
     * @param recorded invoices of which nothing more needs to be known once they are paid
     */
    Mono<Answer<PlanFacts>> facts(
            @Nullable String session, @Nullable String subscription, Set<String> recorded);

    /** Changes a plan; under the same key once, however often it is said. */
    Mono<Answer<String>> update(String subscription, Map<String, Object> exact, String key);

    /** Ends a plan at once. */
    Mono<Answer<String>> cancel(String subscription);

    /** Drops what is prepared to be charged and not charged yet; says how much of it there was. */
    Mono<Answer<Long>> dropDrafts(String subscription, String key);

    /** Refused where the invoice is not open any more. */
    Mono<Answer<String>> voidInvoice(String invoice, String key);

    /** Charges the card of the plan now. Refused also where the bank refuses. */
    Mono<Answer<String>> payInvoice(String invoice, String key);
}
