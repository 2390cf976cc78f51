package org.lfnkr.zabuton.supporters.proofs;

import org.lfnkr.zabuton.supporters.EmailIndex;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Duration;

/**
 * How often proofs may be asked for and codes be tried. An office or a mobile network shares one
 * address, so a sender may do more than one person would.
 */
@Component
class ProofLimits {

    static final int MAILS_TO_AN_ADDRESS = 5;
    static final int MAILS_FROM_A_SENDER = 40;
    static final int CODES_FROM_A_SENDER = 60;

    /** Tells strangers at most this often a day that we don't know them. */
    static final int MAILS_TO_A_STRANGER = 2;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Tries tries;

    ProofLimits(Tries tries) {
        this.tries = tries;
    }

    Mono<Boolean> allowSender(ServerHttpRequest request) {
        return tries.allow("proof-from", tries.sender(request), MAILS_FROM_A_SENDER, HOUR);
    }

    Mono<Boolean> allowAddress(byte[] address) {
        return tries.allow("proof-to", address, MAILS_TO_AN_ADDRESS, HOUR);
    }

    Mono<Boolean> allowCode(ServerHttpRequest request) {
        return tries.allow("code-from", tries.sender(request), CODES_FROM_A_SENDER, HOUR);
    }

    Mono<Boolean> allowStranger(byte[] address) {
        return tries.allow("stranger", address, MAILS_TO_A_STRANGER, DAY);
    }

    /** Nothing is counted of this address any more. */
    Mono<Void> forget(EmailIndex address) {
        return tries.forget(address.all());
    }
}
