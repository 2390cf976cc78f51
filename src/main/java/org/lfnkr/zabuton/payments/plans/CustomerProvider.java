package org.lfnkr.zabuton.payments.plans;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.payments.Answer;

import reactor.core.publisher.Mono;

import java.net.URI;
import java.util.Optional;

/** Who keeps the payers of plans, with their cards and where they are reached. */
public interface CustomerProvider {

    /** Whom a page has made of its payer, if anybody. */
    Mono<Answer<Optional<String>>> customerOf(String session);

    /** Reaches them by this address from now on. */
    Mono<Answer<String>> reach(String customer, EmailAddress email);

    /** One that is deleted already is refused as absent. */
    Mono<Answer<String>> delete(String customer);

    /** Opens a page on which they leave another card. Whoever has its address may use it. */
    Mono<Answer<URI>> cardPage(String customer, Language language, URI returnUrl);
}
