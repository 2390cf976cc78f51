package org.lfnkr.zabuton.support;

import org.lfnkr.zabuton.simulator.StripeSimulator;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What an operator sets, so that a test can set some of it wrong. */
public final class StartSettings {

    private static final String[] SECRETS = {
        "zabuton.database.owner.password",
        "zabuton.vault.key",
        "zabuton.stripe.api-key",
        "zabuton.stripe.webhook-secrets"
    };

    private StartSettings() {}

    /** All that a start needs, in a map that may be changed. */
    public static Map<String, String> of(TestDatabase database, StripeSimulator stripe) {
        Map<String, String> settings = new HashMap<>(DevelopmentSettings.common());
        settings.putAll(database.settings());
        settings.putAll(DevelopmentSettings.of(stripe));
        settings.put("zabuton.background", "false");
        settings.put("server.port", "0");
        settings.put("spring.mail.host", "localhost");
        return settings;
    }

    public static String[] asArguments(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    /** What must be in no log. */
    public static Stream<String> secrets(Map<String, String> settings) {
        return Stream.of(SECRETS).map(settings::get).filter(secret -> secret.length() > 10);
    }
}
