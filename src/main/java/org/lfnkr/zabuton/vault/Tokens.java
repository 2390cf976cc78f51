package org.lfnkr.zabuton.vault;

import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Texts that leave the house and come back: sealed, so that nobody reads or alters them, or signed,
 * so that nobody makes one up. A token made for one purpose is worth nothing for another. Tokens
 * made under a previous master key are still good.
 */
@Component
public class Tokens {

    private static final int SIGNATURE_BYTES = 16;
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();

    private final MasterKeys masters;

    Tokens(MasterKeys masters) {
        this.masters = masters;
    }

    /**
     * @return letters, digits, - and _ only, a third longer than the content plus 33 bytes
     */
    public String seal(String purpose, byte[] content) {
        try {
            return TO_TEXT.encodeToString(
                    masters.aead("token/" + purpose).encrypt(content, utf8(purpose)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No token can be made for " + purpose, e);
        }
    }

    /** The content; empty for anything that {@link #seal} didn't make for this purpose. */
    public Optional<byte[]> open(String purpose, String token) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(token);
            return Optional.of(masters.aead("token/" + purpose).decrypt(sealed, utf8(purpose)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * @return 22 letters, digits, - and _: 128 bits of HMAC-SHA-256
     */
    public String sign(String purpose, String text) {
        return signature(masters.derive("signature/" + purpose).getFirst(), text);
    }

    /** Compares in constant time. */
    public boolean verify(String purpose, String text, String signature) {
        byte[] given = utf8(signature);
        return masters.derive("signature/" + purpose).stream()
                .anyMatch(key -> MessageDigest.isEqual(utf8(signature(key, text)), given));
    }

    private static String signature(byte[] key, String text) {
        return TO_TEXT.encodeToString(Arrays.copyOf(BlindIndex.mac(key, text), SIGNATURE_BYTES));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
