package org.lfnkr.zabuton.evidence;

/** What became of a file that was to be sealed. */
public sealed interface SealResult {

    /**
     * It lies in the vault.
     *
     * @param sha256 of its content, in hexadecimal digits
     */
    record Sealed(EvidenceId id, String sha256) implements SealResult {}

    /** Nothing of it was kept. */
    record Refused(UploadRefusal why) implements SealResult {}
}
