package org.lfnkr.zabuton.supporters.signin;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.supporters.SupporterStore;
import org.lfnkr.zabuton.supporters.proofs.Proof;
import org.lfnkr.zabuton.supporters.proofs.ProofPurpose;
import org.lfnkr.zabuton.supporters.proofs.Proofs;
import org.lfnkr.zabuton.supporters.proofs.Secret;
import org.lfnkr.zabuton.web.HostCookie;
import org.lfnkr.zabuton.web.WayBack;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Set;

/** The way to one's own page: by a mailed link, or by its code. */
@Component
class SignIn {

    /** The link's token between opening the link and pressing the button. */
    private static final HostCookie LINK = new HostCookie("link", Proofs.VALID);

    private static final Set<ProofPurpose> PURPOSE = Set.of(ProofPurpose.SIGN_IN);

    private final Proofs proofs;
    private final SupporterStore supporters;
    private final Sessions sessions;

    SignIn(Proofs proofs, SupporterStore supporters, Sessions sessions) {
        this.proofs = proofs;
        this.supporters = supporters;
        this.sessions = sessions;
    }

    /**
     * Mails link and code, in the same way whether or not the address is known.
     *
     * @return false where too much was asked from the same network
     */
    public Mono<Boolean> begin(
            ServerWebExchange exchange, EmailAddress email, Language language, WayBack wayBack) {
        return proofs.begin(
                exchange, new Proofs.Request(ProofPurpose.SIGN_IN, email, language, wayBack, null));
    }

    /** Keeps the token of an opened link out of the address; it is used by {@link #byLink}. */
    public void keepLink(ServerWebExchange exchange, String token) {
        Secret.parse(token).ifPresent(secret -> LINK.write(exchange.getResponse(), secret.text()));
    }

    /**
     * Signs in by the opened link.
     *
     * @return the way back; empty where the link was used or is too old
     */
    public Mono<WayBack> byLink(ServerWebExchange exchange) {
        return Mono.justOrEmpty(LINK.read(exchange.getRequest()).flatMap(Secret::parse))
                .flatMap(token -> proofs.takeByLink(PURPOSE, token))
                .flatMap(proven -> enter(exchange, proven.proof()))
                .doOnSubscribe(begun -> LINK.clear(exchange.getResponse()));
    }

    /**
     * Signs in by the code, at the browser that asked for it.
     *
     * @return the way back; empty where the code is wrong or worn out
     */
    public Mono<WayBack> byCode(ServerWebExchange exchange, String code) {
        return proofs.takeByCode(exchange, PURPOSE, code)
                .flatMap(proven -> enter(exchange, proven.proof()));
    }

    private Mono<WayBack> enter(ServerWebExchange exchange, Proof proof) {
        return supporters
                .find(proof.addressIndex())
                .flatMap(
                        supporter ->
                                sessions.begin(exchange, supporter.id())
                                        .thenReturn(proof.wayBack()));
    }
}
