package org.lfnkr.zabuton.supporters.proofs;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.web.WayBack;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody is asked to prove that they read the mails of an address.
 *
 * @param subject the day's, under whose key the vault keeps the address and the mailed secrets
 * @param addressIndex fingerprint of the address
 * @param askedBy the member who asked, where one was signed in
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Proof(
        UUID id,
        ProofPurpose purpose,
        SubjectId subject,
        byte[] addressIndex,
        WayBack wayBack,
        @Nullable SupporterId askedBy,
        Instant begunAt,
        Instant endsAt) {

    /** Where the vault keeps what was mailed. */
    String place() {
        return "supporters.proof/" + id;
    }

    boolean isOver(Instant now) {
        return !endsAt.isAfter(now);
    }
}
