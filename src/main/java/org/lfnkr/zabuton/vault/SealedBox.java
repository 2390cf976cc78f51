package org.lfnkr.zabuton.vault;

/** What is sealed, and the place it is bound to. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SealedBox(String place, byte[] sealed) {

    String open(DataKey key) {
        return key.open(place, sealed);
    }

    byte[] openFile(DataKey key) {
        return key.openFile(place, sealed);
    }
}
