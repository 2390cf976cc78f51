package org.lfnkr.zabuton.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionListParams;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The pages of Stripe's checkout, whatever they ask for. Its calls block. */
@Component
class CheckoutSessions {

    private static final long PAGE = 100;

    /** A session may be made a little before our clock says that it was asked for. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final StripeClient stripe;

    CheckoutSessions(StripeClient stripe) {
        this.stripe = stripe;
    }

    /** Makes one page of however many calls with these parameters and this key. */
    Session create(Map<String, Object> exact, String key) throws StripeException {
        SessionCreateParams replayed =
                SessionCreateParams.builder().putAllExtraParam(exact).build();
        return stripe.v1().checkout().sessions().create(replayed, Idempotency.key(key));
    }

    Session expire(String session) throws StripeException {
        return stripe.v1().checkout().sessions().expire(session);
    }

    /** Looks through all that were made since: Stripe has no other search. */
    Optional<String> find(Instant requestedAt, Predicate<Session> ours) throws StripeException {
        long since = requestedAt.minus(CLOCK_SKEW).getEpochSecond();
        SessionListParams all =
                SessionListParams.builder()
                        .setCreated(SessionListParams.Created.builder().setGte(since).build())
                        .setLimit(PAGE)
                        .build();
        for (Session session : stripe.v1().checkout().sessions().list(all).autoPagingIterable()) {
            if (ours.test(session)) {
                return Optional.of(session.getId());
            }
        }
        return Optional.empty();
    }
}
