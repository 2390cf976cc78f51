package org.lfnkr.zabuton.support;

import java.util.Map;

/** Settings that a development run and the tests share. None of these keys protects anything. */
final class DevelopmentSettings {

    private DevelopmentSettings() {}

    static Map<String, String> common() {
        return Map.of(
                "spring.flyway.locations", "classpath:db/migration,classpath:db/sample",
                "zabuton.web.origin", "http://localhost:8080",
                "zabuton.web.payment-origin", "http://localhost:12111",
                "zabuton.vault.key", "ZGV2ZWxvcG1lbnQtb25seS1rZXktb2YtMzItYnl0ZXM=",
                "zabuton.stripe.api-key", "sk_test_zabuton",
                "zabuton.stripe.webhook-secrets", "whsec_zabuton");
    }
}
