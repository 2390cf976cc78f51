package org.lfnkr.zabuton.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.param.CustomerUpdateParams;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.plans.CustomerProvider;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.net.URI;
import java.util.Optional;

/** What is asked of Stripe about the customers that it makes of payers. */
@Component
class CustomerCalls implements CustomerProvider {

    private final StripeClient stripe;
    private final StripeCaller caller;
    private final CardPages cardPages;

    CustomerCalls(StripeClient stripe, StripeCaller caller, CardPages cardPages) {
        this.stripe = stripe;
        this.caller = caller;
        this.cardPages = cardPages;
    }

    /** Made when its button was first pressed, whatever came of that. */
    @Override
    public Mono<Answer<Optional<String>>> customerOf(String session) {
        return caller.call(
                () ->
                        Optional.ofNullable(
                                stripe.v1().checkout().sessions().retrieve(session).getCustomer()));
    }

    /** The same address twice changes nothing, so it needs no key. */
    @Override
    public Mono<Answer<String>> reach(String customer, EmailAddress email) {
        CustomerUpdateParams update =
                CustomerUpdateParams.builder().setEmail(email.value()).build();
        return caller.call(() -> stripe.v1().customers().update(customer, update).getId());
    }

    @Override
    public Mono<Answer<String>> delete(String customer) {
        return caller.call(() -> stripe.v1().customers().delete(customer).getId());
    }

    @Override
    public Mono<Answer<URI>> cardPage(String customer, Language language, URI returnUrl) {
        return caller.call(() -> cardPages.create(customer, language, returnUrl));
    }
}
