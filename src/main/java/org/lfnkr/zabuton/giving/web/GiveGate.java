package org.lfnkr.zabuton.giving.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.GiveWish;
import org.lfnkr.zabuton.giving.Giving;
import org.lfnkr.zabuton.guard.Gate;
import org.lfnkr.zabuton.guard.Guard;
import org.lfnkr.zabuton.guard.Knock;
import org.lfnkr.zabuton.guard.Verdict;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.supporters.EmailProof;
import org.lfnkr.zabuton.supporters.Tries;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Locale;

/** Asks the guard whether somebody may go on to the payment. */
@Component
class GiveGate {

    private final Guard guard;
    private final Giving giving;
    private final EmailProof proof;
    private final Tries tries;
    private final Vault vault;

    GiveGate(Guard guard, Giving giving, EmailProof proof, Tries tries, Vault vault) {
        this.guard = guard;
        this.giving = giving;
        this.proof = proof;
        this.tries = tries;
        this.vault = vault;
    }

    /** Who has not agreed yet goes nowhere, and is not counted. */
    Mono<Verdict> knock(ServerWebExchange exchange, GiveWish wish) {
        return wish.agreed()
                ? proof.isProved(exchange, wish.email())
                        .map(proved -> knock(exchange, wish, proved))
                        .flatMap(guard::knock)
                : Mono.just(Verdict.PASS);
    }

    private Knock knock(ServerWebExchange exchange, GiveWish wish, boolean proved) {
        byte[] sender = tries.sender(exchange.getRequest());
        return new Knock(Gate.GIVE, giving.passage(wish), sender, mark(wish.email(), proved));
    }

    private byte @Nullable [] mark(EmailAddress email, boolean proved) {
        String address = email.value().toLowerCase(Locale.ROOT);
        return proved ? vault.blindIndex("giving.proof", address) : null;
    }
}
