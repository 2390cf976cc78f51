package org.lfnkr.zabuton.supporters.proofs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 256 random bits that one browser or one mail holds; we keep their hash. So long a secret needs no
 * slow hash. Its text is never printed.
 *
 * @param text 43 letters, digits, - and _
 */
public record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    public Secret {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a secret");
        }
    }

    public static Secret random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What somebody sent, or empty where it can't be one. */
    public static Optional<Secret> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new Secret(text)) : Optional.empty();
    }

    /** SHA-256. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
