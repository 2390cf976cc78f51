package org.lfnkr.zabuton.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.StartupRefused;

import java.time.Duration;
import java.util.List;

class StripePropertiesTests {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private static StripeProperties properties(String key, String base, String secret) {
        return new StripeProperties(key, base, List.of(secret), SECOND, SECOND);
    }

    @Test
    void refusesToStartWithoutAKey() {
        assertThatThrownBy(() -> properties("", StripeProperties.STRIPE, "whsec_1"))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("zabuton.stripe.api-key");
    }

    @Test
    void refusesToStartWithoutAWebhookSecret() {
        assertThatThrownBy(() -> properties("sk_test_1", StripeProperties.STRIPE, " "))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("zabuton.stripe.webhook-secrets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_live_1", "rk_live_1"})
    void refusesALiveKeyAnywhereButAtStripe(String key) {
        assertThatThrownBy(() -> properties(key, "http://localhost:12111", "whsec_1"))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("zabuton.stripe.api-base")
                .hasMessageNotContaining(key);
        assertThat(properties(key, StripeProperties.STRIPE, "whsec_1").live()).isTrue();
    }

    @Test
    void takesATestKeyAnywhere() {
        assertThat(properties("sk_test_1", "http://localhost:12111/", "whsec_1").apiBase())
                .isEqualTo("http://localhost:12111");
        assertThat(properties("rk_test_1", StripeProperties.STRIPE, "whsec_1").live()).isFalse();
    }

    @Test
    void neverPrintsAKey() {
        assertThat(properties("sk_test_1", StripeProperties.STRIPE, "whsec_1").toString())
                .doesNotContain("sk_test_1")
                .doesNotContain("whsec_1");
    }
}
