package org.lfnkr.zabuton.staff;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Verifies what a browser says that a passkey did (WebAuthn Level 3, 7.1 and 7.2). Always with user
 * verification: a passkey alone is two factors. The only class that knows webauthn4j.
 */
final class Ceremony {

    /** COSE numbers of the signatures that are taken: Ed25519, ECDSA P-256, RSA. */
    static final List<Integer> ALGORITHMS = List.of(-8, -7, -257);

    private static final ObjectConverter CONVERTER = new ObjectConverter();
    private static final WebAuthnManager MANAGER =
            WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);
    private static final AttestedCredentialDataConverter CREDENTIALS =
            new AttestedCredentialDataConverter(CONVERTER);

    private final ServerProperty server;

    /**
     * @param origin of the shop; its host is the relying party
     */
    Ceremony(URI origin, byte[] challenge) {
        this.server =
                ServerProperty.builder()
                        .origin(new Origin(origin.toString()))
                        .rpId(origin.getHost())
                        .challenge(new DefaultChallenge(challenge))
                        .build();
    }

    /** A passkey that was made just now. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Made(byte[] id, byte[] credential, long signed) {}

    /**
     * @param answer the browser's {@code RegistrationResponseJSON}
     * @return empty where it proves nothing
     */
    Optional<Made> made(String answer) {
        return read(() -> MANAGER.parseRegistrationResponseJSON(answer))
                .filter(data -> holds(() -> MANAGER.verify(data, toMake())))
                .map(data -> Objects.requireNonNull(data.getAttestationObject()))
                .map(told -> made(told.getAuthenticatorData()));
    }

    private RegistrationParameters toMake() {
        return new RegistrationParameters(server, algorithms(), true, true);
    }

    /** The library trips over what is no answer at all in many ways; each is a stranger's text. */
    private static <T> Optional<T> read(Supplier<T> parser) {
        try {
            return Optional.of(parser.get());
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean holds(Runnable verification) {
        try {
            verification.run();
            return true;
        } catch (VerificationException | DataConversionException refused) {
            return false;
        }
    }

    private static Made made(AuthenticatorData<?> told) {
        AttestedCredentialData credential =
                Objects.requireNonNull(told.getAttestedCredentialData());
        return new Made(
                credential.getCredentialId(), CREDENTIALS.convert(credential), told.getSignCount());
    }

    private static List<PublicKeyCredentialParameters> algorithms() {
        return ALGORITHMS.stream()
                .map(COSEAlgorithmIdentifier::create)
                .map(
                        it ->
                                new PublicKeyCredentialParameters(
                                        PublicKeyCredentialType.PUBLIC_KEY, it))
                .toList();
    }

    /** Which passkey an answer says to be from. */
    static Optional<byte[]> claimed(String answer) {
        return parse(answer).flatMap(Ceremony::id);
    }

    @SuppressWarnings("NullAway") // the library says so of the bytes, and means the array
    private static Optional<byte[]> id(AuthenticationData data) {
        byte[] id = data.getCredentialId();
        return id == null || id.length == 0 ? Optional.empty() : Optional.of(id);
    }

    private static Optional<AuthenticationData> parse(String answer) {
        return read(() -> MANAGER.parseAuthenticationResponseJSON(answer));
    }

    /**
     * What a passkey showed.
     *
     * @param signed how often it has signed now
     * @param authenticatorData what it signed, before the hash of the client data
     * @param clientData JSON of the browser
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Shown(long signed, byte[] authenticatorData, byte[] clientData, byte[] signature) {}

    /**
     * @param answer the browser's {@code AuthenticationResponseJSON}
     * @param credential as {@link Made} told it
     * @param signed how often it had signed before
     * @return empty where the answer proves nothing
     */
    Optional<Shown> shown(String answer, byte[] credential, long signed) {
        return parse(answer).flatMap(data -> verified(data, record(credential, signed)));
    }

    private Optional<Shown> verified(AuthenticationData data, CredentialRecord known) {
        var toShow = new AuthenticationParameters(server, known, null, true, true);
        return holds(() -> MANAGER.verify(data, toShow))
                ? Optional.ofNullable(data.getAuthenticatorData()).map(told -> shown(data, told))
                : Optional.empty();
    }

    @SuppressWarnings("NullAway") // the library says so of the bytes, and means the array
    private static Shown shown(AuthenticationData data, AuthenticatorData<?> told) {
        return new Shown(
                told.getSignCount(),
                Objects.requireNonNull(data.getAuthenticatorDataBytes()),
                Objects.requireNonNull(data.getCollectedClientDataBytes()),
                Objects.requireNonNull(data.getSignature()));
    }

    private static CredentialRecord record(byte[] credential, long signed) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                null,
                null,
                null,
                signed,
                CREDENTIALS.convert(credential),
                null,
                null,
                null,
                null);
    }
}
