package org.lfnkr.zabuton.vault;

import org.lfnkr.zabuton.kernel.StartupRefused;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * A secret from the configuration. It never encrypts anything itself: each use has a key of its
 * own, derived by HKDF (RFC 5869), so that what one use gives away says nothing about another.
 */
final class MasterKey {

    private static final int BYTES = 32;
    private final byte[] secret;
    private final int id;

    private MasterKey(byte[] secret) {
        this.secret = secret;
        this.id = ByteBuffer.wrap(derive("id")).getInt();
    }

    /**
     * @param property where the key stands, for the sentence that refuses a wrong one
     */
    static MasterKey parse(String property, String base64) {
        byte[] secret = decode(base64.strip());
        if (secret.length != BYTES) {
            throw new StartupRefused(
                    property + " must be 32 random bytes in Base64 (openssl rand -base64 32).");
        }
        return new MasterKey(secret);
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Tells one master key from another without giving anything away. */
    int id() {
        return id;
    }

    byte[] derive(String use) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret)
                                    .thenExpand(
                                            ("zabuton/" + use).getBytes(StandardCharsets.UTF_8),
                                            BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF is missing from this Java", e);
        }
    }
}
