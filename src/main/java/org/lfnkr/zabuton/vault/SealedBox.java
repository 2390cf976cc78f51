package org.lfnkr.zabuton.vault;

/** A sealed text with the wrapped key that opens it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SealedBox(WrappedKey key, String place, byte[] sealed) {

    String open(MasterKeys masters) {
        return key.open(masters).open(place, sealed);
    }
}
