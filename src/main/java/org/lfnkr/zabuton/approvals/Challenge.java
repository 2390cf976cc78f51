package org.lfnkr.zabuton.approvals;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What a passkey signs of an approval: SHA-256 of its content, its id, 32 random bytes and the end
 * of the challenge in seconds since 1970, each as it stands, one behind the other.
 *
 * @param end from which on no answer is taken; whole seconds
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Challenge(byte[] bytes, UUID approval, UUID approver, byte[] nonce, Instant end) {

    private static final int NONCE_BYTES = 32;
    private static final int ID_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Challenge of(Approval approval, UUID approver, Instant end) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        Instant whole = end.truncatedTo(ChronoUnit.SECONDS);
        return new Challenge(
                bytes(approval.content(), approval.id(), nonce, whole),
                approval.id(),
                approver,
                nonce,
                whole);
    }

    static byte[] bytes(Content content, UUID approval, byte[] nonce, Instant end) {
        return Content.sha256(
                ByteBuffer.allocate(content.bytes().length + ID_BYTES + nonce.length + Long.BYTES)
                        .put(content.bytes())
                        .putLong(approval.getMostSignificantBits())
                        .putLong(approval.getLeastSignificantBits())
                        .put(nonce)
                        .putLong(end.getEpochSecond())
                        .array());
    }

    /** Whether it was made for this approval, and for what it says today. */
    boolean isOf(Approval other) {
        return approval.equals(other.id())
                && MessageDigest.isEqual(bytes, bytes(other.content(), other.id(), nonce, end));
    }
}
