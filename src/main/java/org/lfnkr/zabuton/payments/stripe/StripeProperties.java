package org.lfnkr.zabuton.payments.stripe;

import org.lfnkr.zabuton.kernel.StartupRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How Stripe is reached.
 *
 * @param apiKey secret or restricted key; its prefix says whether money is real
 * @param apiBase another base than Stripe's is for the simulator, and for test keys only
 * @param webhookSecrets each one that may sign at the moment; two while a secret is rotated
 */
@ConfigurationProperties("zabuton.stripe")
record StripeProperties(
        @DefaultValue("") String apiKey,
        @DefaultValue(STRIPE) String apiBase,
        @DefaultValue({}) List<String> webhookSecrets,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout) {

    static final String STRIPE = "https://api.stripe.com";

    private static final Pattern KEY = Pattern.compile("[rs]k_(live|test)_\\S+");
    private static final Pattern SECRET = Pattern.compile("whsec_\\S+");

    StripeProperties {
        apiBase = apiBase.replaceFirst("/+$", "");
        webhookSecrets = webhookSecrets.stream().filter(secret -> !secret.isBlank()).toList();
        if (apiKey.isBlank()) {
            throw new StartupRefused(
                    "Set zabuton.stripe.api-key to the secret key of the Stripe account.");
        }
        if (isLive(apiKey) && !apiBase.equals(STRIPE)) {
            throw new StartupRefused(
                    "zabuton.stripe.api-base must be "
                            + STRIPE
                            + " because zabuton.stripe.api-key is a live key.");
        }
        if (webhookSecrets.isEmpty()) {
            throw new StartupRefused(
                    "Set zabuton.stripe.webhook-secrets to the signing secret of the webhook"
                            + " endpoint /webhooks/stripe.");
        }
        if (!KEY.matcher(apiKey).matches()) {
            throw new StartupRefused(
                    "zabuton.stripe.api-key must be a secret (sk_…) or restricted key (rk_…) of"
                            + " Stripe.");
        }
        if (!webhookSecrets.stream().allMatch(secret -> SECRET.matcher(secret).matches())) {
            throw new StartupRefused(
                    "zabuton.stripe.webhook-secrets must be signing secrets of Stripe, which begin"
                            + " with whsec_.");
        }
    }

    boolean live() {
        return isLive(apiKey);
    }

    private static boolean isLive(String key) {
        return key.startsWith("sk_live") || key.startsWith("rk_live");
    }

    /** Keys stay out of logs. */
    @Override
    public String toString() {
        return "StripeProperties[apiBase=" + apiBase + ", live=" + live() + "]";
    }
}
