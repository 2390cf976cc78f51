package org.lfnkr.zabuton.supporters.proofs;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.WayBack;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Set;

/**
 * Whether somebody at this browser reads the mails of an address: for forms that must not take any
 * address while they are under attack. Begin, show a form for the six digits, confirm.
 */
@Component
class EmailProof {

    private final Proofs proofs;

    EmailProof(Proofs proofs) {
        this.proofs = proofs;
    }

    /**
     * Mails a code, unless many went to the address within the hour: those are good still.
     *
     * @return false where too much was asked from the same network
     */
    public Mono<Boolean> start(ServerWebExchange exchange, EmailAddress email, Language language) {
        return proofs.begin(
                exchange,
                new Proofs.Request(ProofPurpose.ADDRESS, email, language, WayBack.UNKNOWN, null));
    }

    /**
     * @param code six digits, as {@link org.lfnkr.zabuton.web.TypedNumber#codeDigits} reads them
     * @return false where it is wrong, older than 15 minutes, or was tried five times
     */
    public Mono<Boolean> confirm(ServerWebExchange exchange, String code) {
        return proofs.takeByCode(exchange, Set.of(ProofPurpose.ADDRESS), code).hasElement();
    }

    /** True for a day after {@link #confirm}, at the same browser and for the same address. */
    public Mono<Boolean> isProved(ServerWebExchange exchange, EmailAddress email) {
        return proofs.isProved(exchange, email);
    }
}
