package org.lfnkr.zabuton.banking.reading;

import org.lfnkr.zabuton.banking.files.FileRow;
import org.lfnkr.zabuton.vault.Vault;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

/**
 * Names rows by what they say, so that the same one has the same id in every file. Where no balance
 * tells it from others, what the bank wrote does; ids are keyed, and nobody guesses a name by one.
 */
record RowIds(UUID account, Vault vault) {

    private static final String PURPOSE = "banking.row";

    /** What it says beside which of several it is. */
    static String content(FileRow row) {
        String told = row.balance() == null ? row.text() : row.balance().inFigures();
        return row.day() + "|" + row.yen().yen() + "|" + told;
    }

    /**
     * Under which it is kept.
     *
     * @param nth of those of the account that say the same, from 1
     */
    UUID id(FileRow row, int nth) {
        return ids(row, nth).getFirst();
    }

    /** Under which it may be known, since master keys change. */
    List<UUID> ids(FileRow row, int nth) {
        String content = account + "|" + content(row) + "|" + nth;
        return vault.blindIndexes(PURPOSE, content).stream().map(RowIds::uuid).toList();
    }

    private static UUID uuid(byte[] fingerprint) {
        ByteBuffer bytes = ByteBuffer.wrap(fingerprint);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
