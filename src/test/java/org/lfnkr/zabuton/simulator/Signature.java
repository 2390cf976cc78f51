package org.lfnkr.zabuton.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The {@code Stripe-Signature} header: a time and an HMAC-SHA256 over time and body. */
final class Signature {

    private Signature() {}

    static String header(String secret, String payload, Instant at) {
        long time = at.getEpochSecond();
        return "t="
                + time
                + ",v1="
                + hmac(secret, time + "." + payload)
                + ",v0="
                + hmac("whsec_test", payload);
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
