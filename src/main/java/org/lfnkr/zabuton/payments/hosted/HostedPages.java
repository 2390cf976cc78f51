package org.lfnkr.zabuton.payments.hosted;

import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.HostedPage;
import org.lfnkr.zabuton.payments.Opening;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What differs between pages by what they are about.
 *
 * @param <P> such a page as it is recorded
 * @param <A> what the provider answers when it has opened one
 */
public interface HostedPages<P extends HostedPage, A> {

    PageProvider provider();

    /** The page as the provider is asked for it now; empty once nobody may open it. */
    Mono<P> startAttempt(P page);

    /** The next attempt under another key, which ends then. */
    Mono<P> renew(P page, Instant expiresAt);

    /** Notes that the provider does not take the payer's mail address. */
    Mono<P> refuseAddress(P page);

    Mono<Answer<A>> create(P page, Map<String, Object> exact);

    /** Records what the provider has opened, and says where it is. */
    Mono<Opening> record(P page, A answer);

    /** A page that is known, as it stands now. */
    Mono<Opening> resume(P page, String session);

    /** Looks for a page whose opening never reached us. */
    Mono<Answer<Optional<String>>> lookUp(P page);

    /** Records that it will never be opened. */
    Mono<Void> fail(P page);

    /** As it is recorded now. */
    Mono<P> find(P page);
}
