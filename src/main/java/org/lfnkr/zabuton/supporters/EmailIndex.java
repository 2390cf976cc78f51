package org.lfnkr.zabuton.supporters;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.modulith.NamedInterface;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The fingerprint by which a mail address is found again. Upper and lower case make no difference:
 * no provider keeps two people apart by it, and people type both.
 *
 * @param newest as new rows carry it
 * @param all newest first, with those under previous master keys
 */
@NamedInterface("inside")
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EmailIndex(byte[] newest, List<byte[]> all, int keyId) {

    public static EmailIndex of(EmailAddress email, Vault vault) {
        List<byte[]> all =
                vault.blindIndexes("supporters.email", email.value().toLowerCase(Locale.ROOT));
        return new EmailIndex(all.getFirst(), all, vault.newestKeyId());
    }

    public String[] allAsHex() {
        return all.stream().map(HexFormat.of()::formatHex).toArray(String[]::new);
    }

    /**
     * A number for a lock, the same on every node whichever master key is the newest there. Two
     * addresses that share one merely wait for each other.
     */
    long lock() {
        return all.stream().mapToLong(index -> ByteBuffer.wrap(index).getLong()).min().orElse(0);
    }
}
