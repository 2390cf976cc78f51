package org.lfnkr.zabuton.approvals;

import reactor.core.publisher.Mono;

import java.util.UUID;

/** The people who propose and sign, and their passkeys; the staff's module has them. */
public interface Signatories {

    /** What the staff calls an account; empty where it is closed. */
    Mono<String> called(UUID account);

    /**
     * What to ask the browser for, as WebAuthn's JSON has it.
     *
     * @return empty where the account may approve nothing now, or is closed
     */
    Mono<String> ask(UUID account, byte[] challenge);

    /**
     * That a passkey of this account signed this challenge, with user verification.
     *
     * @param answer the browser's {@code AuthenticationResponseJSON}
     * @return empty where it proves nothing, or the account may approve nothing now
     */
    Mono<Signature> prove(UUID account, byte[] challenge, String answer);

    /**
     * All that is needed to check a signature later (WebAuthn Level 3, 7.2).
     *
     * @param passkey id and public key, as the authenticator told them (6.5.2)
     * @param authenticatorData what is signed, before the hash of the client data
     * @param clientData JSON of the browser, with challenge and origin
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Signature(
            byte[] passkey, byte[] authenticatorData, byte[] clientData, byte[] signature) {}
}
