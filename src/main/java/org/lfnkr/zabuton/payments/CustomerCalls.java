package org.lfnkr.zabuton.payments;

import com.stripe.StripeClient;
import com.stripe.param.CustomerUpdateParams;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Optional;

/** What is asked of Stripe about the customers that it makes of payers. */
@Component
class CustomerCalls {

    private final StripeClient stripe;
    private final StripeCaller caller;

    CustomerCalls(StripeClient stripe, StripeCaller caller) {
        this.stripe = stripe;
        this.caller = caller;
    }

    /** Made when its button was first pressed, whatever came of that. */
    Mono<Answer<Optional<String>>> customerOf(String session) {
        return caller.call(
                () ->
                        Optional.ofNullable(
                                stripe.v1().checkout().sessions().retrieve(session).getCustomer()));
    }

    /** The same address twice changes nothing, so it needs no key. */
    Mono<Answer<String>> reach(String customer, EmailAddress email) {
        CustomerUpdateParams update =
                CustomerUpdateParams.builder().setEmail(email.value()).build();
        return caller.call(() -> stripe.v1().customers().update(customer, update).getId());
    }

    /** One that is deleted already is refused as absent. */
    Mono<Answer<String>> delete(String customer) {
        return caller.call(() -> stripe.v1().customers().delete(customer).getId());
    }
}
