package org.lfnkr.zabuton.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;

class WebhookSignatureTests {

    private static final String BODY = "{\"id\":\"evt_1\",\"name\":\"髙橋\"}";
    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

    private static String header(String secret, Instant at) throws GeneralSecurityException {
        return Webhook.Signature.generateSignatureHeader(BODY, secret, at.getEpochSecond());
    }

    private static boolean isValid(String body, String header, String... secrets) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return WebhookSignature.isValid(bytes, header, List.of(secrets), NOW);
    }

    @Test
    void acceptsWhatWasSignedJustNow() throws GeneralSecurityException {
        assertThat(isValid(BODY, header("whsec_1", NOW), "whsec_1")).isTrue();
    }

    @Test
    void acceptsEitherSecretWhileBothAreConfigured() throws GeneralSecurityException {
        String old = header("whsec_old", NOW);
        String both = old + "," + header("whsec_new", NOW).replaceFirst("t=\\d+,", "");

        assertThat(isValid(BODY, old, "whsec_new", "whsec_old")).isTrue();
        assertThat(isValid(BODY, both, "whsec_new")).isTrue();
        assertThat(isValid(BODY, old, "whsec_new")).isFalse();
    }

    @Test
    void refusesABodyThatWasChangedByOneByte() throws GeneralSecurityException {
        String header = header("whsec_1", NOW);

        assertThat(isValid(BODY.replace("evt_1", "evt_2"), header, "whsec_1")).isFalse();
        assertThat(isValid(BODY.replace(":", ": "), header, "whsec_1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 86_400, -86_400})
    void refusesWhatWasSignedTooLongAgoOrInTheFuture(long seconds) throws GeneralSecurityException {
        assertThat(isValid(BODY, header("whsec_1", NOW.plusSeconds(seconds)), "whsec_1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 300})
    void acceptsFiveMinutesOfSkewEitherWay(long seconds) throws GeneralSecurityException {
        assertThat(isValid(BODY, header("whsec_1", NOW.plusSeconds(seconds)), "whsec_1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t",
                "t=abc,v1=1",
                "t=1775001600",
                "t=1775001600,v1",
                "t=1775001600,v0=1",
                "v1=1",
                "t=99999999999999999999,v1=1",
                ",,,",
                "🧧"
            })
    void refusesMalformedHeadersQuietly(String header) {
        assertThat(isValid(BODY, header, "whsec_1")).isFalse();
    }
}
