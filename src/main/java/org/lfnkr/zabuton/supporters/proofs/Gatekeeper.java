package org.lfnkr.zabuton.supporters.proofs;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.guard.Gate;
import org.lfnkr.zabuton.guard.Guard;
import org.lfnkr.zabuton.guard.Knock;
import org.lfnkr.zabuton.guard.Verdict;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Asks the guard whether somebody may go on to the payment. */
@Component
public class Gatekeeper {

    private final Guard guard;
    private final EmailProof proof;
    private final Tries tries;
    private final Vault vault;

    Gatekeeper(Guard guard, EmailProof proof, Tries tries, Vault vault) {
        this.guard = guard;
        this.proof = proof;
        this.tries = tries;
        this.vault = vault;
    }

    /** Whether this browser has proved the address not long ago. */
    public Mono<Boolean> isProved(ServerWebExchange exchange, EmailAddress email) {
        return proof.isProved(exchange, email);
    }

    /**
     * @param passage by what the guard knows the attempt, see {@link
     *     org.lfnkr.zabuton.guard.Passage}
     * @param pieces what the attempt would keep from others while it is unpaid: how many of each
     */
    public Mono<Verdict> knock(
            ServerWebExchange exchange,
            Gate gate,
            UUID passage,
            EmailAddress email,
            Map<UUID, Integer> pieces) {
        byte[] sender = tries.sender(exchange.getRequest());
        return proof.isProved(exchange, email)
                .map(proved -> new Knock(gate, passage, sender, mark(email, proved), pieces))
                .flatMap(guard::knock);
    }

    private byte @Nullable [] mark(EmailAddress email, boolean proved) {
        String address = email.value().toLowerCase(Locale.ROOT);
        return proved ? vault.blindIndex("giving.proof", address) : null;
    }
}
