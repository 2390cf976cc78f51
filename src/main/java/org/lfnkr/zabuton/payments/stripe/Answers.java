package org.lfnkr.zabuton.payments.stripe;

import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;

import org.lfnkr.zabuton.payments.Answer;

/** Tells definite failures from unknown ones. Whatever is not surely definite is unknown. */
final class Answers {

    private Answers() {}

    static <T> Answer<T> of(Throwable failure) {
        return switch (failure) {
            case IdempotencyException mismatch -> new Answer.Mismatched<>();
            case RateLimitException busy -> new Answer.NotNow<>();
            case AuthenticationException wrongKey -> new Answer.NotNow<>();
            case InvalidRequestException refused -> new Answer.Refused<>(code(refused));
            case CardException refused -> new Answer.Refused<>(code(refused));
            case ApiException broken -> new Answer.Unknown<>(isStripesOwn(broken));
            default -> new Answer.Unknown<>(false);
        };
    }

    /**
     * A server error in Stripe's own words ends an execution. Neither a gateway's page nor a 200
     * with a broken body does: behind those it may go on, or have succeeded.
     */
    private static boolean isStripesOwn(ApiException broken) {
        Integer status = broken.getStatusCode();
        return status != null && status >= 500 && broken.getStripeError() != null;
    }

    private static String code(StripeException refused) {
        String code = refused.getCode();
        return code == null ? "http_" + refused.getStatusCode() : code;
    }
}
