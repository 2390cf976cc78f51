package org.lfnkr.zabuton.vault;

/** A person's data key as the database holds it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WrappedKey(SubjectId subject, byte[] wrapped, int masterKeyId) {

    static WrappedKey of(DataKey key, MasterKeys masters) {
        return new WrappedKey(
                key.subject(), key.wrap(masters.aead(Vault.WRAPPING)), masters.newestId());
    }

    DataKey open(MasterKeys masters) {
        return DataKey.unwrap(subject, wrapped, masters.aead(Vault.WRAPPING));
    }
}
