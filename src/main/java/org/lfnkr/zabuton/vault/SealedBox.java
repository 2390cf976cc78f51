package org.lfnkr.zabuton.vault;

/** A sealed text and the place it is bound to. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SealedBox(String place, byte[] sealed) {

    String open(DataKey key) {
        return key.open(place, sealed);
    }
}
