package org.lfnkr.zabuton.support;

import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/** A device with one passkey (ES256), and the browser before it: answers as WebAuthn has them. */
public final class Authenticator {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ObjectConverter CONVERTER = new ObjectConverter();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int MADE = 0x40;

    private final String origin;
    private final byte[] id = new byte[32];
    private final KeyPair key;
    private boolean verifies = true;
    private int signed;

    /**
     * @param origin of the page, such as {@code http://localhost:8080}
     */
    public Authenticator(String origin) {
        this.origin = origin;
        RANDOM.nextBytes(id);
        this.key = key();
    }

    private static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on it doesn't know whose finger it is. */
    public void verifyNobody() {
        verifies = false;
    }

    /**
     * Makes the passkey.
     *
     * @param options as the page has them
     */
    public String make(String options) {
        JsonNode asked = JSON.readTree(options);
        byte[] told = told(asked.path("rp").path("id").asString(), MADE);
        byte[] attestation =
                CONVERTER
                        .getCborConverter()
                        .writeValueAsBytes(
                                Map.of("fmt", "none", "attStmt", Map.of(), "authData", told));
        return answer(
                Map.of(
                        "clientDataJSON", text(clientData("webauthn.create", asked)),
                        "attestationObject", text(attestation)));
    }

    /** Shows the passkey. */
    public String show(String options) {
        JsonNode asked = JSON.readTree(options);
        byte[] told = told(asked.path("rpId").asString(), 0);
        byte[] client = clientData("webauthn.get", asked);
        return answer(
                Map.of(
                        "clientDataJSON", text(client),
                        "authenticatorData", text(told),
                        "signature", text(sign(joined(told, sha256(client))))));
    }

    private String answer(Map<String, String> response) {
        return JSON.writeValueAsString(
                Map.of(
                        "id", text(id),
                        "rawId", text(id),
                        "type", "public-key",
                        "response", response,
                        "clientExtensionResults", Map.of()));
    }

    /** WebAuthn Level 3, 6.1. */
    private byte[] told(String host, int made) {
        signed++;
        int flags = PRESENT | (verifies ? VERIFIED : 0) | made;
        byte[] head =
                ByteBuffer.allocate(37)
                        .put(sha256(host.getBytes(StandardCharsets.UTF_8)))
                        .put((byte) flags)
                        .putInt(signed)
                        .array();
        return made == 0 ? head : joined(head, credential());
    }

    /** 6.5.2. */
    private byte[] credential() {
        byte[] cose = CONVERTER.getCborConverter().writeValueAsBytes(publicKey());
        byte[] length = ByteBuffer.allocate(2).putShort((short) id.length).array();
        return joined(new byte[16], length, id, Objects.requireNonNull(cose));
    }

    private EC2COSEKey publicKey() {
        return EC2COSEKey.create((ECPublicKey) key.getPublic(), COSEAlgorithmIdentifier.ES256);
    }

    private byte[] clientData(String type, JsonNode asked) {
        return JSON.writeValueAsBytes(
                Map.of(
                        "type",
                        type,
                        "challenge",
                        asked.path("challenge").asString(),
                        "origin",
                        origin,
                        "crossOrigin",
                        false));
    }

    private byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this passkey signed (WebAuthn Level 3, 7.2, step 21). */
    public boolean isSigned(byte[] told, byte[] clientHash, byte[] signature) {
        try {
            Signature check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(key.getPublic());
            check.update(joined(told, clientHash));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String text(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }
}
