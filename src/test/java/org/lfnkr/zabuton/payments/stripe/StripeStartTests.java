package org.lfnkr.zabuton.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.StartupRefused;
import org.lfnkr.zabuton.support.CapturesOutput;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;

@CapturesOutput
class StripeStartTests {

    @EnableConfigurationProperties(StripeProperties.class)
    static class OnlyStripe {}

    private static void start(String... settings) {
        SpringApplication application =
                new SpringApplicationBuilder(OnlyStripe.class).web(WebApplicationType.NONE).build();
        application.run(settings).close();
    }

    @Test
    void saysInOneSentenceThatTheKeyIsMissing(CapturedOutput output) {
        assertThatThrownBy(() -> start("--zabuton.stripe.webhook-secrets=whsec_1"))
                .hasRootCauseInstanceOf(StartupRefused.class);

        assertThat(output).contains("Zabuton doesn't start. Set zabuton.stripe.api-key");
    }

    @Test
    void saysInOneSentenceThatALiveKeyIsInTheWrongPlace(CapturedOutput output) {
        assertThatThrownBy(
                        () ->
                                start(
                                        "--zabuton.stripe.api-key=sk_live_1",
                                        "--zabuton.stripe.api-base=http://localhost:1",
                                        "--zabuton.stripe.webhook-secrets=whsec_1"))
                .hasRootCauseInstanceOf(StartupRefused.class);

        assertThat(output)
                .contains("zabuton.stripe.api-base must be https://api.stripe.com")
                .doesNotContain("sk_live_1");
    }
}
