package org.lfnkr.zabuton.payments.processing;

import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentRequest;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.hosted.PageProvider;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Who takes the money of payments, on a page of its own. Nothing here is called in a transaction,
 * and an answer that is unknown is asked for again under the same key.
 */
public interface PaymentProvider extends PageProvider {

    /** Exactly what is said to open a payment's page, to be kept before it is said. */
    Map<String, Object> parameters(PaymentId id, PaymentRequest request, Instant expiresAt);

    /** Opens a page. The same key never opens two. */
    Mono<Answer<Facts>> create(Map<String, Object> exact, String key);

    /** Ends a page that is open; refused once it is finished. */
    Mono<Answer<Facts>> expire(String session);

    /** Makes what the payer has in hand worthless; refused once it is paid. */
    Mono<Answer<String>> cancel(String intent);

    /** All about the payment of a page; nothing when it is not of our making. */
    Mono<Answer<Optional<Facts>>> facts(String session);

    /** Looks for a payment's page when its id never reached us. */
    Mono<Answer<Optional<String>>> sessionFor(PaymentId id, Instant requestedAt);

    /** What became of the money of a payment that is known to be settled. */
    Mono<Answer<Facts.Later>> later(String intent);

    /**
     * Gives money back; under the same id once, however often it is said.
     *
     * @param amount in yen
     */
    Mono<Answer<String>> refund(RefundId id, String intent, long amount);
}
