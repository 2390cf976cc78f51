package org.lfnkr.zabuton.staff.spare;

import org.springframework.web.util.UriUtils;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords as RFC 6238 has them, of six digits, with HMAC-SHA-1 and steps of
 * half a minute: the one form that every authenticator app knows. Of the many codes there are, a
 * few tries are allowed.
 *
 * @param secret of 20 bytes, as long as the hash (RFC 4226, 4)
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Totp(byte[] secret) {

    static final int DIGITS = 6;

    /** In seconds. */
    private static final long STEP = 30;

    /** Clocks differ, and people are slow: the step before and the one after count as well. */
    private static final int DRIFT = 1;

    private static final int SECRET_BYTES = 20;
    private static final int SIGN = 0x7fff_ffff;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new secret. */
    public static Totp random() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new Totp(secret);
    }

    /** Of the secret as {@link #text} writes it. */
    public static Totp of(String text) {
        return new Totp(Base32.read(text));
    }

    /** The secret in base 32 (RFC 4648), as apps take it. */
    public String text() {
        return Base32.write(secret);
    }

    /** The steps since 1970 at a moment. */
    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP);
    }

    /** The code of a step (RFC 4226, 5.3). */
    String code(long step, int digits) {
        byte[] hash = hash(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & SIGN;
        String all = "%010d".formatted(number);
        return all.substring(all.length() - digits);
    }

    private byte[] hash(byte[] counter) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            return mac.doFinal(counter);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-1 is missing from this Java", e);
        }
    }

    /**
     * The step of which this is the code, however it is spaced.
     *
     * @return empty where it is of none near that moment
     */
    public OptionalLong match(String typed, Instant at) {
        byte[] given = typed.replaceAll("[\\s-]", "").getBytes(StandardCharsets.UTF_8);
        return LongStream.rangeClosed(step(at) - DRIFT, step(at) + DRIFT)
                .filter(step -> MessageDigest.isEqual(utf8(code(step, DIGITS)), given))
                .max();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What an app reads of it, as Google's key URI format has it.
     *
     * @param account what the app calls it
     */
    public String uri(String account) {
        return "otpauth://totp/Zabuton:"
                + UriUtils.encode(account, StandardCharsets.UTF_8)
                + "?secret="
                + text()
                + "&issuer=Zabuton";
    }

    @Override
    public String toString() {
        return "Totp[…]";
    }
}
