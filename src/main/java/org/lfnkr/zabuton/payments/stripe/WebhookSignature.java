package org.lfnkr.zabuton.payments.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether Stripe sent these bytes, lately. Stripe's own check lets timestamps of the future pass
 * and fails with all kinds of exceptions on malformed headers, so neither is left to it.
 */
final class WebhookSignature {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern TIMESTAMP = Pattern.compile("(?:^|,)\\s*t=(\\d{1,12})\\s*(?:,|$)");

    private WebhookSignature() {}

    static boolean isValid(byte[] body, String header, List<String> secrets, Instant now) {
        String payload = new String(body, StandardCharsets.UTF_8);
        return isRecent(header, now)
                && secrets.stream().anyMatch(secret -> isSigned(payload, header, secret));
    }

    private static boolean isRecent(String header, Instant now) {
        Matcher timestamp = TIMESTAMP.matcher(header);
        return timestamp.find()
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp.group(1))), now)
                                .abs()
                                .compareTo(TOLERANCE)
                        <= 0;
    }

    private static boolean isSigned(String payload, String header, String secret) {
        try {
            return Webhook.Signature.verifyHeader(payload, header, secret, 0);
        } catch (SignatureVerificationException | RuntimeException malformed) {
            return false;
        }
    }
}
