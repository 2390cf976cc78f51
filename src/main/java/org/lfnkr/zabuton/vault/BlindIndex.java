package org.lfnkr.zabuton.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under a key that only one purpose uses. */
record BlindIndex(MasterKeys masters) {

    List<byte[]> of(String purpose, String text) {
        return masters.derive("index/" + purpose).stream().map(key -> mac(key, text)).toList();
    }

    static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC is missing from this Java", e);
        }
    }
}
