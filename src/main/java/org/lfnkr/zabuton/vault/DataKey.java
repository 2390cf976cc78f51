package org.lfnkr.zabuton.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * The key of one person. Wrapped, it is bound to the person; what it seals is bound to the person
 * and the place, so that a box copied to another row doesn't open.
 */
record DataKey(SubjectId subject, KeysetHandle keyset) {

    static DataKey generate(SubjectId subject) {
        try {
            return new DataKey(
                    subject, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key can be made", e);
        }
    }

    static DataKey unwrap(SubjectId subject, byte[] wrapped, Aead master) {
        try {
            return new DataKey(
                    subject,
                    TinkProtoKeysetFormat.parseEncryptedKeyset(
                            wrapped, master, binding(subject, "")));
        } catch (GeneralSecurityException e) {
            throw new BrokenSealException("The key of a person doesn't open", e);
        }
    }

    byte[] wrap(Aead master) {
        try {
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    keyset, master, binding(subject, ""));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of a person can't be wrapped", e);
        }
    }

    byte[] seal(String place, String plaintext) {
        return seal(place, plaintext.getBytes(StandardCharsets.UTF_8));
    }

    byte[] seal(String place, byte[] plaintext) {
        try {
            return aead().encrypt(plaintext, binding(subject, place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Nothing can be sealed at " + place, e);
        }
    }

    String open(String place, byte[] box) {
        return new String(openFile(place, box), StandardCharsets.UTF_8);
    }

    byte[] openFile(String place, byte[] box) {
        try {
            return aead().decrypt(box, binding(subject, place));
        } catch (GeneralSecurityException e) {
            throw new BrokenSealException("The box at " + place + " doesn't open", e);
        }
    }

    private Aead aead() throws GeneralSecurityException {
        return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static byte[] binding(SubjectId subject, String place) {
        byte[] name = place.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * Long.BYTES + name.length)
                .putLong(subject.value().getMostSignificantBits())
                .putLong(subject.value().getLeastSignificantBits())
                .put(name)
                .array();
    }
}
