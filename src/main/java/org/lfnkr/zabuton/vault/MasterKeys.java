package org.lfnkr.zabuton.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;

import org.lfnkr.zabuton.kernel.StartupRefused;
import org.springframework.stereotype.Component;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The master keys, newest first: the newest seals, every one opens. */
@Component
final class MasterKeys {

    private final List<MasterKey> keys;
    private final Map<String, Aead> aeads = new ConcurrentHashMap<>();
    private final Map<String, List<byte[]>> derived = new ConcurrentHashMap<>();

    MasterKeys(VaultProperties properties) {
        register();
        this.keys = parse(properties);
    }

    private static List<MasterKey> parse(VaultProperties properties) {
        if (properties.key() == null || properties.key().isBlank()) {
            throw new StartupRefused(
                    "zabuton.vault.key is missing: without it personal data can be neither sealed"
                            + " nor read. Set it to 32 random bytes in Base64 (openssl rand -base64"
                            + " 32) and keep it outside the database.");
        }
        List<MasterKey> keys = new ArrayList<>();
        keys.add(MasterKey.parse("zabuton.vault.key", properties.key()));
        properties
                .previousKeys()
                .forEach(key -> keys.add(MasterKey.parse("zabuton.vault.previous-keys", key)));
        return List.copyOf(keys);
    }

    int newestId() {
        return keys.getFirst().id();
    }

    /** Of all keys, newest first. */
    List<Integer> ids() {
        return keys.stream().map(MasterKey::id).toList();
    }

    /** The keys for one use, newest first. */
    List<byte[]> derive(String use) {
        return derived.computeIfAbsent(
                use, name -> keys.stream().map(key -> key.derive(name)).toList());
    }

    /** Seals with the newest key; finds the key that opens by the identity in front of each box. */
    Aead aead(String use) {
        return aeads.computeIfAbsent(use, this::newAead);
    }

    private Aead newAead(String use) {
        try {
            KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
            for (MasterKey key : keys) {
                KeysetHandle.Builder.Entry entry =
                        KeysetHandle.importKey(aesKey(key, use)).withFixedId(key.id());
                keyset.addEntry(key == keys.getFirst() ? entry.makePrimary() : entry);
            }
            return keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The vault's keys can't be used", e);
        }
    }

    @AccessesPartialKey
    private static AesGcmKey aesKey(MasterKey key, String use) throws GeneralSecurityException {
        AesGcmParameters parameters =
                AesGcmParameters.builder()
                        .setKeySizeBytes(32)
                        .setIvSizeBytes(12)
                        .setTagSizeBytes(16)
                        .setVariant(AesGcmParameters.Variant.TINK)
                        .build();
        return AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(key.derive(use), InsecureSecretKeyAccess.get()))
                .setIdRequirement(key.id())
                .build();
    }

    private static void register() {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink can't be set up", e);
        }
    }
}
