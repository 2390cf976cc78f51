package org.lfnkr.zabuton.banking.reading;

import org.lfnkr.zabuton.banking.files.BankFile;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A file that somebody brings, and what it says.
 *
 * @param raw as it came
 * @param by the account of who brings it
 */
record Brought(UUID id, UUID account, byte[] raw, BankFile file, String by) {

    /** Of its bytes; never stored without a key. */
    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }

    @Override
    public String toString() {
        return "Brought[" + id + "]";
    }
}
